package io.steadfast.support;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filter;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The war that {@code package} made, with the tests and what they need inside the server added. No test names its
 * classes: what is tested is what is shipped.
 */
public final class TestedWar implements DeploymentScenarioGenerator {

    static final String NAME = "steadfast.war";

    private static final File BUILT = new File("target", NAME);
    private static final File TESTS = new File("target/test-classes");

    /** Runs on the client only, with libraries that the server doesn't get. */
    private static final List<String> CLIENT_SIDE = List.of(
            "/META-INF/services",
            "/steadfast/client",
            "/io/steadfast/architecture",
            "/io/steadfast/bench",
            "/io/steadfast/contract",
            "/io/steadfast/support/CountedSockets",
            "/io/steadfast/support/DocumentCheck",
            "/io/steadfast/support/DocumentedCall");

    /** What tests use inside the server beyond the war; JUnit comes with Arquillian. */
    private static final List<Class<?>> LIBRARIES = List.of(Assertions.class, Awaitility.class, Matcher.class);

    @Override
    public List<DeploymentDescription> generate(TestClass test) {
        // Once the server runs, a deployment is no more than its name.
        WebArchive war = Server.isRunning() ? ShrinkWrap.create(WebArchive.class, NAME) : build();
        return List.of(new DeploymentDescription("_DEFAULT_", war).shouldBeTestable(true));
    }

    private static WebArchive build() {
        if (!BUILT.isFile()) {
            throw new IllegalStateException(BUILT + " is missing: run mvn package first");
        }
        WebArchive war =
                ShrinkWrap.create(ZipImporter.class, NAME).importFrom(BUILT).as(WebArchive.class);
        GenericArchive tests = ShrinkWrap.create(ExplodedImporter.class)
                .importDirectory(TESTS, serverSide())
                .as(GenericArchive.class);
        war.merge(tests, "/WEB-INF/classes");
        LIBRARIES.forEach(library -> war.addAsLibrary(jarOf(library)));
        war.setWebXML(new StringAsset(withCountedSockets(war)));
        return war;
    }

    /** The tenants' data source as it is shipped, over sockets that count round trips. */
    private static String withCountedSockets(WebArchive war) {
        try (InputStream shipped = war.get("WEB-INF/web.xml").getAsset().openStream()) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            return text.replaceFirst(
                    "(?s)(<name>java:app/jdbc/steadfast</name>.*?</password>)",
                    "$1<property><name>socketFactory</name><value>" + CountedSockets.class.getName()
                            + "</value></property>");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Filter<ArchivePath> serverSide() {
        return path -> CLIENT_SIDE.stream().noneMatch(prefix -> path.get().startsWith(prefix));
    }

    private static File jarOf(Class<?> library) {
        try {
            return new File(
                    library.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
