package io.steadfast.support;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.protocol.servlet5.ServletMethodExecutor;
import org.jboss.shrinkwrap.api.Archive;

/**
 * The one server of the whole run, as Arquillian sees it. The first deployment starts the server with that war; every
 * further one is answered with the same address; undeploying and stopping do nothing.
 */
public final class RunningContainer implements DeployableContainer<RunningContainer.Settings> {

    @Override
    public Class<Settings> getConfigurationClass() {
        return Settings.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 6.0");
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> war) throws DeploymentException {
        try {
            Server server = Server.runningWith(war);
            HTTPContext http = new HTTPContext("127.0.0.1", server.port());
            http.add(new Servlet(ServletMethodExecutor.ARQUILLIAN_SERVLET_NAME, "/"));
            return new ProtocolMetaData().addContext(http);
        } catch (IllegalStateException failed) {
            throw new DeploymentException(failed.getMessage(), failed);
        }
    }

    @Override
    public void undeploy(Archive<?> war) {
        // The next class finds the same war running.
    }

    @Override
    public void stop() {
        // Each class is a suite to Arquillian where classes are dealt out to lanes; the server ends with the process.
    }

    /** Nothing to set: the war is the one that the build made, the ports are free ones. */
    public static final class Settings implements ContainerConfiguration {

        @Override
        public void validate() {
            // No settings, nothing wrong.
        }
    }
}
