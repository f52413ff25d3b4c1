package io.steadfast.desk.faces;

/** What was typed on the page of a member. */
public class OfficeForm {

    private String text = "";
    private boolean forOffice;

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text.strip();
    }

    public boolean isForOffice() {
        return forOffice;
    }

    public void setForOffice(boolean forOffice) {
        this.forOffice = forOffice;
    }
}
