package io.steadfast.platform.tenancy.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A row that knows whose it is; every tenant has the same primary keys. For the hammer only. */
@Entity
@Table(name = "hammer_basket")
@NamedQuery(
        name = "hammer.fetched",
        query = "SELECT DISTINCT b FROM HammerBasketEntity b JOIN FETCH b.lines WHERE b.id BETWEEN :low AND :high")
@NamedQuery(
        name = "hammer.count",
        query = "UPDATE HammerLineEntity l SET l.count = l.count + 1 WHERE l.basket.id = :basket")
public class HammerBasketEntity {

    @Id
    public long id;

    public String owner;

    @Version
    public int version;

    @OneToMany(mappedBy = "basket")
    public List<HammerLineEntity> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "hammer_tag", joinColumns = @JoinColumn(name = "basket"))
    @Column(name = "tag")
    public Set<String> tags = new TreeSet<>();
}
