package io.steadfast.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Concern;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalProofServiceIT extends ContainerTest {

    @Inject
    private RefusalProofService proofs;

    @Inject
    private Concern concern;

    @Inject
    private AtWork work;

    @Test
    void what_was_refused_is_found_newest_first_page_by_page() throws Exception {
        TestTenant tenant = TestPrograms.live();
        MemberId member = new MemberId(Ids.next());
        for (String phone : List.of("one", "two")) {
            work.call(tenant, () -> {
                proofs.keep(
                        "POST /x", new Refusal(MemberRefusal.IDENTITY_TAKEN, Map.of("identity", phone)).about(member));
                return phone;
            });
        }
        List<RefusedCall> first = work.call(tenant, () -> proofs.of(member, Optional.empty(), 1, Locale.ENGLISH));
        List<RefusedCall> second = work.call(
                tenant, () -> proofs.of(member, Optional.of(first.get(0).id()), 5, Locale.ENGLISH));
        assertThat(first).hasSize(1);
        assertThat(first.get(0).lines()).contains("identity: two");
        assertThat(first.get(0).sentence()).isNotEqualTo("IDENTITY_TAKEN");
        assertThat(second).hasSize(1);
        assertThat(second.get(0).lines()).contains("identity: one");
        assertThat(work.call(TestPrograms.live(), () -> proofs.of(member, Optional.empty(), 1, Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void what_a_page_refuses_is_kept_with_the_member_it_is_about_and_nothing_else_is() throws Exception {
        TestTenant tenant = TestPrograms.live();
        MemberId member = new MemberId(Ids.next());
        work.call(tenant, () -> {
            proofs.keepOfPage("PAGE /store/", new Refusal(MemberRefusal.IDENTITY_TAKEN).about(member));
            proofs.keepOfPage("PAGE /store/", new Refusal(MemberRefusal.MEMBER_UNKNOWN).about(member));
            proofs.keepOfPage("PAGE /store/", new Refusal(MemberRefusal.IDENTITY_TAKEN));
            return tenant;
        });
        assertThat(work.call(tenant, () -> proofs.of(member, Optional.empty(), 9, Locale.ENGLISH)))
                .extracting(RefusedCall::action)
                .containsExactly("PAGE /store/");
    }

    /** The first member whose books a request took is whom its refusals are about, where they name nobody. */
    @Test
    void a_refusal_that_names_nobody_is_about_the_member_whose_books_were_taken() throws Exception {
        TestTenant tenant = TestPrograms.live();
        MemberId member = new MemberId(Ids.next());
        work.call(tenant, () -> {
            concern.is(member);
            concern.is(new MemberId(Ids.next()));
            proofs.keep("POST /x", new Refusal(MemberRefusal.IDENTITY_TAKEN));
            return tenant;
        });
        assertThat(work.call(tenant, () -> proofs.of(member, Optional.empty(), 9, Locale.ENGLISH)))
                .extracting(RefusedCall::action)
                .containsExactly("POST /x");
    }
}
