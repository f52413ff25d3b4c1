package io.steadfast.programs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** Which program a wallet belongs to; never changed. */
@Entity
@Table(name = "wallet")
@NamedQuery(name = "Wallet.named", query = "SELECT w FROM WalletEntity w WHERE w.code IN :codes")
public class WalletEntity {

    @Id
    @Column(name = "wallet")
    public String code;

    public String program;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;
}
