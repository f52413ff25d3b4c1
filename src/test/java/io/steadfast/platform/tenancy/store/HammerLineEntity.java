package io.steadfast.platform.tenancy.store;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** A line of a basket. For the hammer only. */
@Entity
@Table(name = "hammer_line")
public class HammerLineEntity {

    @Id
    public long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "basket")
    public HammerBasketEntity basket;

    public String owner;

    public long count;
}
