package io.steadfast.bench.crash;

import io.steadfast.bench.product.Call;
import io.steadfast.bench.product.Reply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request of a brand's system, kept before it is first sent; with what it was answered in the end. */
final class Request {

    enum Kind {
        MEMBER,
        ORDER,
        RETURN,
        REDEMPTION
    }

    final Kind kind;
    final Call call;
    private int tries;
    private int status;
    private byte[] answer = {};

    Request(Kind kind, Call call) {
        this.kind = kind;
        this.call = call;
    }

    String key() {
        return call.idempotencyKey().orElseThrow();
    }

    void tried() {
        tries++;
    }

    int tries() {
        return tries;
    }

    void acknowledged(Reply reply) {
        status = reply.status();
        answer = digest(reply);
    }

    int status() {
        return status;
    }

    boolean wasCarriedOut() {
        return status >= 200 && status < 300;
    }

    /** To the byte. */
    boolean isAnsweredEqually(Reply reply) {
        return reply.status() == status && MessageDigest.isEqual(digest(reply), answer);
    }

    private static byte[] digest(Reply reply) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reply.body());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
