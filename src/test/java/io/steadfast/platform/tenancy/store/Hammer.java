package io.steadfast.platform.tenancy.store;

import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** One blow: reads and writes in every way the product may, and tells the owners of all rows it met. */
@ApplicationScoped
public class Hammer {

    public static final long BASKETS = 40;
    private static final long LINES = 3;

    @Inject
    private TenantStore store;

    /** Fills the tenant in hand with the same keys as every other. */
    @Transactional
    public void fill(String owner) {
        EntityManager em = store.em();
        for (long id = 1; id <= BASKETS; id++) {
            HammerBasketEntity basket = new HammerBasketEntity();
            basket.id = id;
            basket.owner = owner;
            basket.tags.add(owner);
            em.persist(basket);
            for (long line = 1; line <= LINES; line++) {
                HammerLineEntity row = new HammerLineEntity();
                row.id = id * LINES + line;
                row.basket = basket;
                row.owner = owner;
                em.persist(row);
            }
        }
    }

    /** Whose rows one transaction met. */
    @Transactional
    public TreeSet<String> strike(Random dice, String owner) throws SQLException {
        TreeSet<String> met = new TreeSet<>();
        EntityManager em = store.em();
        long id = 1 + dice.nextInt((int) BASKETS);
        switch (dice.nextInt(7)) {
            case 0 -> walk(em.find(HammerBasketEntity.class, id), met);
            case 1 ->
                em.createNamedQuery("hammer.fetched", HammerBasketEntity.class)
                        .setParameter("low", id)
                        .setParameter("high", id + 3)
                        .getResultList()
                        .forEach(basket -> walk(basket, met));
            case 2 ->
                criteria(em, id).forEach(line -> met.add(line.owner + line.basket.owner.substring(owner.length())));
            case 3 ->
                em.createNamedQuery("hammer.count").setParameter("basket", id).executeUpdate();
            case 4 -> retag(em.find(HammerBasketEntity.class, id), owner, dice);
            case 5 ->
                met.add((String) em.createNativeQuery("SELECT owner FROM hammer_basket WHERE id = ?")
                        .setParameter(1, id)
                        .getSingleResult());
            default -> plain(id, met);
        }
        em.flush();
        return met;
    }

    private static void walk(HammerBasketEntity basket, TreeSet<String> met) {
        met.add(basket.owner);
        basket.lines.forEach(line -> met.add(line.owner));
        basket.tags.forEach(tag -> met.add(tag.split("/")[0]));
    }

    private static void retag(HammerBasketEntity basket, String owner, Random dice) {
        basket.owner = owner;
        basket.tags.removeIf(tag -> tag.contains("/"));
        basket.tags.add(owner + "/" + dice.nextInt(100));
    }

    private static List<HammerLineEntity> criteria(EntityManager em, long id) {
        CriteriaBuilder builder = em.getCriteriaBuilder();
        CriteriaQuery<HammerLineEntity> query = builder.createQuery(HammerLineEntity.class);
        Root<HammerLineEntity> line = query.from(HammerLineEntity.class);
        return em.createQuery(query.where(builder.equal(line.get("basket").get("id"), id)))
                .getResultList();
    }

    private void plain(long id, TreeSet<String> met) throws SQLException {
        try (PreparedStatement statement = store.connection()
                .prepareStatement("SELECT l.owner, t.tag FROM hammer_line l JOIN hammer_tag t USING (basket)"
                        + " WHERE l.basket = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    met.add(rows.getString(1));
                    met.add(rows.getString(2).split("/")[0]);
                }
            }
        }
    }
}
