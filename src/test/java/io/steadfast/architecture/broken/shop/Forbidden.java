package io.steadfast.architecture.broken.shop;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;

/** Offends: everything that main code may not use. */
public final class Forbidden {
    public static int counter;
    public static final AtomicLong COUNT = new AtomicLong();
    public float ratio;

    public Date date() {
        return new Date(0);
    }

    public BigDecimal inexact(long points) {
        return new BigDecimal(points * 0.1);
    }

    public int flagged(boolean really) {
        return really ? 1 : 0;
    }

    public void print() {
        System.out.println("x");
    }

    public Object rows(EntityManager entities) {
        return entities.createNativeQuery("select 1").getResultList();
    }
}
