package io.steadfast.charities.faces;

import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.programs.core.LocalText;
import java.util.Optional;
import java.util.TreeMap;

/** A charity as its page shows it for editing; languages the page doesn't show stay as they are. */
public class CharityForm {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    private String code = "";
    private String name = "";
    private String chineseName = "";
    private String description = "";
    private String chineseDescription = "";
    private String url = "";
    private String registration = "";

    static CharityForm of(CharityProfile profile) {
        CharityForm form = new CharityForm();
        form.name = text(profile.name(), ENGLISH);
        form.chineseName = text(profile.name(), CHINESE);
        form.description = text(profile.description(), ENGLISH);
        form.chineseDescription = text(profile.description(), CHINESE);
        form.url = profile.url().orElse("");
        form.registration = profile.registration().orElse("");
        return form;
    }

    CharityProfile changed(Optional<CharityProfile> before) {
        return new CharityProfile(
                with(before.map(CharityProfile::name), name, chineseName),
                with(before.map(CharityProfile::description), description, chineseDescription),
                given(url),
                given(registration),
                before.map(CharityProfile::status).orElse(CharityStatus.OPEN));
    }

    private static String text(LocalText text, String language) {
        return text.byLanguage().getOrDefault(language, "");
    }

    private static LocalText with(Optional<LocalText> before, String english, String chinese) {
        TreeMap<String, String> byLanguage =
                before.map(text -> new TreeMap<>(text.byLanguage())).orElseGet(TreeMap::new);
        put(byLanguage, ENGLISH, english);
        put(byLanguage, CHINESE, chinese);
        return new LocalText(byLanguage);
    }

    private static void put(TreeMap<String, String> byLanguage, String language, String text) {
        if (text.isBlank()) {
            byLanguage.remove(language);
        } else {
            byLanguage.put(language, text.strip());
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(each -> !each.isEmpty());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getChineseName() {
        return chineseName;
    }

    public void setChineseName(String chineseName) {
        this.chineseName = chineseName;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getChineseDescription() {
        return chineseDescription;
    }

    public void setChineseDescription(String chineseDescription) {
        this.chineseDescription = chineseDescription;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getRegistration() {
        return registration;
    }

    public void setRegistration(String registration) {
        this.registration = registration;
    }
}
