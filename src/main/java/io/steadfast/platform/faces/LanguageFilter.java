package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.security.PersonalLanguage;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The language switch without a script: {@code ?language=zh-CN} on any page is kept in a cookie of the device and, where
 * somebody is signed in, with the person, and the same page is asked for again without it.
 */
@WebFilter("/*")
public class LanguageFilter extends HttpFilter {
    static final String PARAMETER = "language";
    private static final long serialVersionUID = 1L;
    private static final int YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    @Inject
    private transient PersonalLanguage personal;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Language> chosen = chosen(request);
        if (chosen.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        personal.choose(request, chosen.get());
        response.addCookie(cookie(chosen.get(), request));
        response.sendRedirect(request.getRequestURI() + otherParameters(request));
    }

    /** The choice as this device keeps it. */
    public static Cookie cookie(Language language, HttpServletRequest request) {
        Cookie cookie = new Cookie(Reader.LANGUAGE_COOKIE, language.tag());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    /** Only a page has a language of its own; the API's parameters are its own matter. */
    private static Optional<Language> chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        boolean ofPage = "GET".equals(request.getMethod())
                && query != null
                && !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().startsWith("/platform/v1/");
        return ofPage
                ? Arrays.stream(query.split("&", -1))
                        .filter(part -> part.startsWith(PARAMETER + "="))
                        .map(part -> part.substring(PARAMETER.length() + 1))
                        .findFirst()
                        .flatMap(Language::of)
                : Optional.empty();
    }

    private static String otherParameters(HttpServletRequest request) {
        String others = Arrays.stream(request.getQueryString().split("&", -1))
                .filter(part -> !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
        return others.isEmpty() ? "" : "?" + others;
    }
}
