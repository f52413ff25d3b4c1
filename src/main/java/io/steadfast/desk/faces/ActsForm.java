package io.steadfast.desk.faces;

import io.steadfast.desk.DeskRefusal;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.WalletCode;
import io.steadfast.shared.WrittenTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** What was typed to put something right for a member; each of the page's small forms fills its own part. */
public class ActsForm {

    private static final int LONGEST = 12;

    private String wallet = "";
    private String points = "";
    private String reason = "";
    private String note = "";
    private String ending = "";
    private String lastDay = "";
    private String tier = "";

    /** Refuses CHOICE_NEEDED. */
    Optional<WalletCode> wallet() {
        return wallet.isEmpty()
                ? Optional.empty()
                : Optional.of(Given.code(wallet, WalletCode::new, DeskRefusal.CHOICE_NEEDED));
    }

    /** The points typed, with their sign, in smallest units of a wallet with so many decimals. Refuses POINTS_NOT_VALID. */
    long smallest(int decimals) {
        String plain = points.replace('\u2212', '-').replace('\uff0d', '-').replace("+", "");
        if (plain.length() > LONGEST) {
            throw new Refusal(DeskRefusal.POINTS_NOT_VALID);
        }
        return Given.smallest(plain, decimals, DeskRefusal.POINTS_NOT_VALID);
    }

    /** The last day typed. Refuses DATE_NOT_VALID. */
    LocalDate day() {
        try {
            return WrittenTime.day(lastDay);
        } catch (DateTimeException noDay) {
            throw new Refusal(DeskRefusal.DATE_NOT_VALID);
        }
    }

    public String getWallet() {
        return wallet;
    }

    public void setWallet(String wallet) {
        this.wallet = wallet.strip();
    }

    public String getPoints() {
        return points;
    }

    public void setPoints(String points) {
        this.points = points.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason.strip();
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note.strip();
    }

    public String getEnding() {
        return ending;
    }

    public void setEnding(String ending) {
        this.ending = ending.strip();
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay.strip();
    }

    public String getTier() {
        return tier;
    }

    public void setTier(String tier) {
        this.tier = tier.strip();
    }
}
