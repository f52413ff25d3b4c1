package io.steadfast.programs.core;

import java.util.Optional;

/** What makes a rule look at all. */
public sealed interface Trigger {

    /** The type of the activity it looks at; empty for orders. */
    Optional<String> activityType();

    /** An order that is paid. */
    record OnOrder() implements Trigger {

        @Override
        public Optional<String> activityType() {
            return Optional.empty();
        }
    }

    /** An activity of this type, as in {@code review} or {@code social_share}. */
    record OnActivity(String type) implements Trigger {

        @Override
        public Optional<String> activityType() {
            return Optional.of(type);
        }
    }

    /** A friend was won: see {@link Referral}. */
    record OnReferral(Side side) implements Trigger {

        /** The attribute of its activities that names the program for which the friend was won. */
        public static final String PROGRAM = "program";

        @Override
        public Optional<String> activityType() {
            return Optional.of(side.activityType());
        }
    }

    /** Who gets something for a friend that was won. The product alone reports these activities, nobody else can. */
    enum Side {
        REFERRER("referral_reward"),
        FRIEND("referral_welcome");

        private final String activityType;

        Side(String activityType) {
            this.activityType = activityType;
        }

        public String activityType() {
            return activityType;
        }

        /** Whether an activity of this type is the product's own. */
        public static boolean owns(String activityType) {
            return REFERRER.activityType.equals(activityType) || FRIEND.activityType.equals(activityType);
        }
    }
}
