package io.steadfast.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** The operators' door: the resources marked with {@link PlatformDoor} and no other. */
@ApplicationPath("/platform/v1")
public class PlatformApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return RestClasses.of(resource -> resource.isAnnotationPresent(PlatformDoor.class));
    }

    @Override
    public Map<String, Object> getProperties() {
        return RestClasses.WITHOUT_THE_SERVERS_JSON;
    }
}
