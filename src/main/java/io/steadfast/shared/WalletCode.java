package io.steadfast.shared;

/** The code of a wallet. */
public record WalletCode(String value) implements Comparable<WalletCode> {

    public WalletCode {
        value = Code.checked("A  a program's kind of points or credit; unique in the tenant:wallet code", value);
    }

    @Override
    public int compareTo(WalletCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
