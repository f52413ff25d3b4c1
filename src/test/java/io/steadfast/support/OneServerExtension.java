package io.steadfast.support;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.test.spi.client.deployment.DeploymentScenarioGenerator;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Gives Arquillian our container, and every test class the same deployment. */
public final class OneServerExtension implements LoadableExtension {

    @Override
    public void register(ExtensionBuilder builder) {
        builder.service(DeployableContainer.class, RunningContainer.class)
                .service(DeploymentScenarioGenerator.class, TestedWar.class);
    }
}
