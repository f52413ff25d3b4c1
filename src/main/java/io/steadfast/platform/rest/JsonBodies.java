package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;

/**
 * Reads and writes every JSON body with {@link Json}, and never reads more than {@link Json#MOST_BYTES}. Names its media types:
 * the server's own JSON provider takes any, and the one that is more specific goes first.
 */
@Provider
@ApplicationScoped
@Consumes({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    /** Bodies that are bytes or text already. */
    private static final Set<Class<?>> RAW =
            Set.of(byte[].class, String.class, InputStream.class, Reader.class, File.class, StreamingOutput.class);

    @Inject
    private Json json;

    @Inject
    private CurrentCall call;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(media) && isOurs(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] body = in.readNBytes(Json.MOST_BYTES + 1);
        if (body.length > Json.MOST_BYTES) {
            throw new Refusal(DoorReason.BODY_TOO_LARGE, Map.of("mostBytes", Json.MOST_BYTES));
        }
        call.keepBody(body);
        return json.read(body, generic);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(media) && isOurs(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.write(value));
    }

    private static boolean isJson(MediaType media) {
        return media.getType().equals("application")
                && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
    }

    private static boolean isOurs(Class<?> type) {
        return RAW.stream().noneMatch(raw -> raw.isAssignableFrom(type));
    }
}
