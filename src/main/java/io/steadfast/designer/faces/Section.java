package io.steadfast.designer.faces;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One of the workspace's sections: its blocks and what can be added. */
public record Section(Topic topic, List<Block> blocks, List<Act> adds) {

    public Section {
        blocks = List.copyOf(blocks);
        adds = List.copyOf(adds);
    }

    /** What the workspace is cut into, in the order of its list, with the places of the document that belong there. */
    public enum Topic {
        BASICS("/basics"),
        EARN("/earning", "/activityChecks", "/referral"),
        TIERS("/tierSets"),
        EXPIRY("/wallets"),
        REWARDS("/rewards", "/entitlements"),
        STAMPS("/stampCards", "/dateGifts"),
        PLANS("/plans"),
        GIVING("/giving"),
        LIMITS("/earning/caps", "/earning/budgets"),
        TERMS("/terms", "/transition");

        private final List<String> places;

        Topic(String... places) {
            this.places = List.of(places);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Topic> of(String code) {
            return Stream.of(values())
                    .filter(topic -> topic.code().equals(code))
                    .findFirst();
        }

        /** Where a place of the document is worked on: the topic that names it most closely. */
        static Topic at(String path) {
            Topic best = BASICS;
            int longest = 0;
            for (Topic topic : values()) {
                for (String place : topic.places) {
                    if (path.startsWith(place) && place.length() > longest) {
                        best = topic;
                        longest = place.length();
                    }
                }
            }
            return best;
        }
    }
}
