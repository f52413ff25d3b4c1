package io.steadfast.platform.faces;

import static io.steadfast.platform.security.Permission.*;

import io.steadfast.platform.security.Permission;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a role opens and does, page by page and action by action. The pages themselves say which there are. */
final class RoleMatrix {

    static final Map<String, Access> PAGES = new LinkedHashMap<>();
    static final Map<String, Access> ACTIONS = new LinkedHashMap<>();

    static {
        page(Access.EVERY_ROLE, "/index");
        everybody("/signin", "/invitation", "/terms", "/till", "/platform/signin", "/platform/invitation");
        everybody("/errors/broken", "/errors/forbidden", "/errors/missing");
        page(Access.OPERATORS, "/platform/health", "/platform/index", "/platform/jobs", "/platform/new");
        page(Access.OPERATORS, "/platform/operators", "/platform/tenant", "/platform/tenants", "/platform/trail");
        page(Access.one(REPORTS_VIEW, PROGRAMS_VIEW), "/console/index", "/console/home", "/console/more");
        page(Access.one(REPORTS_VIEW, PROGRAMS_VIEW), "/console/approvals");
        page(PROGRAMS_EDIT, "/console/products", "/console/product", "/console/attributes", "/console/attribute");
        page(PROGRAMS_VIEW, "/console/programs", "/console/program", "/console/publish", "/console/tryout");
        page(PROGRAMS_VIEW, "/console/rewards", "/console/reward");
        page(MEMBERS_VIEW, "/console/members", "/console/member", "/console/paid", "/console/vouchers");
        page(MEMBERS_ERASE, "/console/merge");
        page(REPORTS_VIEW, "/console/giving", "/console/charity");
        page(Access.one(EXTENSIONS_REQUEST, EXTENSIONS_APPROVE), "/console/extensions");
        page(ACTIVITIES_REVIEW, "/console/reviews", "/console/review");
        page(PEOPLE_EDIT, "/console/settings", "/console/people", "/console/clock");
        page(STORES_EDIT, "/console/stores", "/console/store");
        page(TILLS_EDIT, "/console/tills");
        page(IMPORTS_RUN, "/console/imports");
        page(KEYS_EDIT, "/console/keys", "/console/webhooks");
        page(AUDIT_VIEW, "/console/audit");
        page(MEMBERS_VIEW, "/store/index");
        page(Access.all(STORE_SERVE, MEMBERS_EDIT), "/store/enrol");
        page(STORE_SERVE, "/store/day");
    }

    static {
        action(Access.EVERYBODY, "frame.start", "signIn.signIn", "signIn.signOut", "invitation.accept", "lock.enter");
        action(Access.EVERYBODY, "operatorSignIn.signIn", "operatorSignIn.signOut", "operatorInvitation.accept");
        action(Access.OPERATORS, "newTenant.create", "tenantPage.suspend", "tenantPage.resume");
        action(Access.OPERATORS, "tenantPage.inviteOwner", "operators.invite", "operators.inviteAgain");
        action(Access.OPERATORS, "operators.signOut", "operators.deactivate", "operators.activate");
        action(Access.one(REPORTS_VIEW, PROGRAMS_VIEW), "home.look");
        action(PROGRAMS_VIEW, "publish.export", "program.look");
        action(PROGRAMS_EDIT, "programs.beginEmpty", "programs.begin", "programs.beginFromFile", "programs.copy");
        action(PROGRAMS_EDIT, "switcher.rename", "switcher.begin", "switcher.discard", "switcher.takeOver");
        action(PROGRAMS_EDIT, "redraw.edit", "publish.rebase", "publish.ask", "publish.sendBack");
        action(PROGRAMS_EDIT, "versions.copy", "versions.goBack");
        action(PROGRAMS_EDIT, "productsPage.add", "productPage.save", "attributesPage.declare", "attributePage.save");
        action(PROGRAMS_PUBLISH, "publish.publish", "publish.agree", "versions.withdraw");
        action(PEOPLE_EDIT, "publish.decide", "settingsPage.keep", "clock.day", "clock.month", "clock.date");
        action(PEOPLE_EDIT, "people.invite", "people.inviteAgain", "people.signOut", "people.deactivate");
        action(PEOPLE_EDIT, "people.activate", "people.changeRole");
        action(EXPORTS_RUN, "affected.downloadMoves", "moreless.downloadMembers", "moreless.downloadOrders");
        action(Access.all(MEMBERS_VIEW, EXPORTS_RUN), "memberExport.download");
        action(CHARITIES_EDIT, "charityPage.save", "charityPage.turn");
        action(SETTLEMENTS_RUN, "givingPage.settle", "charityPage.acknowledge");
        action(REPORTS_VIEW, "charityPage.pdf", "charityPage.csv");
        action(REWARDS_EDIT, "rewardPage.supply");
        action(POINTS_REDEEM, "rewardPage.become", "tillRewards.redeem", "tillRewards.undo");
        action(VOUCHERS_USE, "tillVouchers.use", "voucherPage.block", "voucherPage.unblock");
        action(STORE_SERVE, "counter.sell", "counter.takeBack", "counter.undo", "gift.give", "gift.stamp");
        action(STORE_SERVE, "arrivals.look");
        action(Access.all(STORE_SERVE, MEMBERS_EDIT), "enrol.enrol");
        // Looks for whoever may and does nothing for others, whom the page then refuses.
        action(Access.EVERYBODY, "store.look");
        action(MEMBERS_VIEW, "memberList.keep", "memberList.drop", "store.find");
        action(MEMBERS_EDIT, "office.write");
        action(POINTS_ADJUST, "acts.adjust");
        action(MEMBERS_CORRECT, "acts.extend", "acts.hold", "acts.block", "acts.unblock", "setTiers.end");
        action(MEMBERS_CORRECT, "lotActs.revive", "lotActs.block", "lotActs.free");
        action(MEMBERS_ERASE, "acts.erase", "memberData.download", "mergePage.go");
        action(MEMBERSHIPS_EDIT, "memberPlans.leave");
        action(ACTIVITIES_REVIEW, "reviewPage.approve", "reviewPage.reject");
        // A file does what is done by hand, many times over: members, as the page proposes, are for whoever may change
        // one.
        action(Access.all(IMPORTS_RUN, MEMBERS_EDIT), "imports.take");
        action(IMPORTS_RUN, "imports.download");
        action(EXTENSIONS_REQUEST, "extensions.request", "extensions.undo");
        action(EXTENSIONS_APPROVE, "extensions.approve", "extensions.run");
        action(STORES_EDIT, "storesPage.add", "storePage.save", "storePage.close", "storePage.reopen");
        action(TILLS_EDIT, "tills.register", "tills.unlock", "tills.retire", "tills.turn", "tills.link");
        action(TILLS_EDIT, "tills.setNumberAndPin");
        action(KEYS_EDIT, "keys.issue", "keys.revoke", "webhooks.create", "webhooks.turn", "webhooks.rotate");
        action(KEYS_EDIT, "webhooks.remove", "webhooks.again");
    }

    private RoleMatrix() {}

    private static void everybody(String... pages) {
        page(Access.EVERYBODY, pages);
    }

    private static void page(Permission needed, String... pages) {
        page(Access.one(needed), pages);
    }

    private static void page(Access access, String... pages) {
        for (String page : pages) {
            PAGES.put(page, access);
        }
    }

    private static void action(Permission needed, String... actions) {
        action(Access.one(needed), actions);
    }

    private static void action(Access access, String... actions) {
        for (String action : actions) {
            ACTIONS.put(action, access);
        }
    }
}
