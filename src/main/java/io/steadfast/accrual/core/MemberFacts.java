package io.steadfast.accrual.core;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.CutOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about a member, as of the instant of the order or activity.
 *
 * @param enrolledAt in the program that judges; empty when never
 * @param tiers in every program of the tenant; a set that isn't listed means its base tier
 * @param crossed for a set whose crossing order is split: what it cuts this order into; a set that isn't listed isn't cut
 * @param plans the paid plan that is on, by program
 * @param segments the member is in
 * @param attributes by name
 * @param consents purposes to which the member agrees at the moment of judging; only those a program asks for
 * @param ordersBefore paid orders that occurred before this one, this one not counted
 * @param usage of caps and budgets without this order's or activity's own grants
 */
public record MemberFacts(
        MemberId member,
        Kind kind,
        Employment employment,
        Optional<Instant> enrolledAt,
        Optional<LocalDate> birthday,
        Optional<String> homeStore,
        Map<TierSetRef, TierCode> tiers,
        Map<TierSetRef, CutOrder> crossed,
        Map<ProgramCode, String> plans,
        Set<String> segments,
        Map<String, Attribute> attributes,
        Set<String> consents,
        long ordersBefore,
        Usage usage) {

    public MemberFacts {
        tiers = Map.copyOf(tiers);
        crossed = Map.copyOf(crossed);
        plans = Map.copyOf(plans);
        segments = Set.copyOf(segments);
        attributes = Map.copyOf(attributes);
        consents = Set.copyOf(consents);
    }

    /** A person enrolled at an instant, of whom nothing else is known. */
    public static MemberFacts enrolled(MemberId member, Instant enrolledAt) {
        return new MemberFacts(
                member,
                Kind.PERSON,
                Employment.NONE,
                Optional.of(enrolledAt),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Set.of(),
                0,
                Usage.NONE);
    }

    public MemberFacts withUsage(Usage other) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                attributes,
                consents,
                ordersBefore,
                other);
    }

    /** As seen by a program in which the member is enrolled since then. */
    public MemberFacts enrolled(Optional<Instant> at) {
        return new MemberFacts(
                member,
                kind,
                employment,
                at,
                birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                attributes,
                consents,
                ordersBefore,
                usage);
    }

    public MemberFacts withOrdersBefore(long other) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                attributes,
                consents,
                other,
                usage);
    }

    /** With what is never kept, as another look at the same member knows it. */
    public MemberFacts withPersonal(MemberFacts other) {
        Map<String, Attribute> all = new HashMap<>(attributes);
        other.attributes.forEach((name, attribute) -> {
            if (attribute.privacy() == Attribute.Privacy.PERSONAL) {
                all.put(name, attribute);
            }
        });
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                other.birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                all,
                consents,
                ordersBefore,
                usage);
    }

    public MemberFacts withConsents(Set<String> others) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                attributes,
                others,
                ordersBefore,
                usage);
    }

    public MemberFacts withTiers(Map<TierSetRef, TierCode> other) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                other,
                crossed,
                plans,
                segments,
                attributes,
                consents,
                ordersBefore,
                usage);
    }

    /** With these plans on. */
    public MemberFacts withPlans(Map<ProgramCode, String> other) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                crossed,
                other,
                segments,
                attributes,
                consents,
                ordersBefore,
                usage);
    }

    /** With these attributes. */
    public MemberFacts withAttributes(Map<String, Attribute> others) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                crossed,
                plans,
                segments,
                others,
                consents,
                ordersBefore,
                usage);
    }

    /** As seen of an order that is cut at the thresholds it crosses. */
    public MemberFacts withCrossed(Map<TierSetRef, CutOrder> other) {
        return new MemberFacts(
                member,
                kind,
                employment,
                enrolledAt,
                birthday,
                homeStore,
                tiers,
                other,
                plans,
                segments,
                attributes,
                consents,
                ordersBefore,
                usage);
    }

    public enum Kind {
        PERSON,
        ORGANISATION
    }

    public enum Employment {
        NONE,
        EMPLOYEE
    }

    /** A declared attribute's values; of a personal one only the outcome of a condition is kept, never the value. */
    public record Attribute(List<String> values, Privacy privacy) {

        public Attribute {
            values = List.copyOf(values);
        }

        public enum Privacy {
            OPEN,
            PERSONAL
        }
    }
}
