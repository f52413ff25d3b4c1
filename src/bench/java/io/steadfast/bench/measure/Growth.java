package io.steadfast.bench.measure;

import io.steadfast.bench.product.Brand;
import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** The same rate where there is more of something. */
final class Growth {

    private static final int FEW_MEMBERS = 10_000;
    private static final int MEMBERS_OF_EACH = 100;
    private static final int FEW_ENTRIES = 10;

    private final Product product;
    private final Pairs pairs;
    private final BenchSettings settings;
    private final Crowd crowd;

    Growth(Product product, Pairs pairs, BenchSettings settings, Crowd crowd) {
        this.product = product;
        this.pairs = pairs;
        this.settings = settings;
        this.crowd = crowd;
    }

    Row members() throws Exception {
        Crowd few = few("small", Math.min(FEW_MEMBERS, settings.members()));
        return pairs.compare(
                settings.members() + " members / " + few.size(),
                settings.busy(),
                HttpWork.orders(crowd),
                HttpWork.orders(few));
    }

    private Crowd few(String slug, int members) throws Exception {
        Brand small = Brand.make(product, slug);
        Catalogue.publish(small, 1);
        return Crowd.fill(small, "p0", 1, members);
    }

    /** On as many members as connections, so that neither side waits for itself more often. */
    Row entries() throws Exception {
        Crowd much = few("much", settings.busy());
        Crowd little = Crowd.fill(much.brand(), "p0", 2, settings.busy());
        grow(much, settings.entries());
        grow(little, Math.min(FEW_ENTRIES, settings.entries()));
        return pairs.compare(
                settings.entries() + " entries of a member / " + FEW_ENTRIES,
                settings.busy(),
                HttpWork.orders(much),
                HttpWork.orders(little));
    }

    private void grow(Crowd members, int entries) throws Exception {
        String of = " WHERE member_id IN (SELECT member_id FROM standing) AND member_id BETWEEN '" + members.id(0)
                + "' AND '" + members.id(members.size() - 1) + "'";
        try (Connection connection =
                        product.database().superuserIn(members.brand().schema());
                Work.Worker batches = HttpWork.batches(members).open()) {
            while (ProductDatabase.number(connection, "SELECT count(*) FROM entry" + of)
                    < (long) entries * members.size()) {
                batches.once();
            }
        }
    }

    /** The first is the one that the others are compared with. */
    Row tenants(int count) throws Exception {
        List<Brand> brands = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            brands.add(Brand.make(product, "growth-" + count + "-" + at));
        }
        Catalogue.publish(brands);
        List<Crowd> crowds = new ArrayList<>();
        for (Brand brand : brands) {
            crowds.add(Crowd.fill(brand, "p0", 1, MEMBERS_OF_EACH));
        }
        return pairs.compare(
                count + " tenants / 1", settings.busy(), HttpWork.ordersAmong(crowds), HttpWork.orders(crowds.get(0)));
    }
}
