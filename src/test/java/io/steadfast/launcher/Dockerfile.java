package io.steadfast.launcher;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonValue;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code docker/Dockerfile}, read as the engine reads it: continued lines joined, comments left out. */
record Dockerfile(List<Instruction> instructions) {

    record Instruction(String word, String rest) {}

    static Dockerfile read() throws IOException {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : Files.readAllLines(Path.of("docker", "Dockerfile"))) {
            if (part.isBlank() || part.startsWith("#")) {
                continue;
            }
            if (part.endsWith("\\")) {
                line.append(part, 0, part.length() - 1).append(' ');
                continue;
            }
            line.append(part.strip());
            String text = line.toString().strip();
            line.setLength(0);
            int space = text.indexOf(' ');
            instructions.add(new Instruction(
                    text.substring(0, space), text.substring(space + 1).strip()));
        }
        return new Dockerfile(instructions);
    }

    List<String> all(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.word().equals(word))
                .map(Instruction::rest)
                .toList();
    }

    String one(String word) {
        List<String> all = all(word);
        if (all.size() != 1) {
            throw new IllegalStateException(word + " stands " + all.size() + " times in the Dockerfile");
        }
        return all.get(0);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        for (String line : all("ENV")) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return environment;
    }

    List<String> entryPoint() {
        return words(one("ENTRYPOINT"));
    }

    /** The path that the health check asks for. */
    String healthPath() {
        String check = one("HEALTHCHECK");
        List<String> words = words(check.substring(check.indexOf("CMD") + "CMD".length()));
        String url = words.get(words.size() - 1);
        return java.net.URI.create(url).getPath();
    }

    private static List<String> words(String json) {
        List<String> words = new ArrayList<>();
        for (JsonValue word : Json.parse(json).asArray()) {
            words.add(word.asString());
        }
        return words;
    }

    /** Copies what the image copies, to the places it copies it to; the sources come from this build. */
    void layOut(Path root) throws IOException {
        Path workingDirectory = root.resolve(one("WORKDIR").substring(1));
        for (String line : all("COPY")) {
            String[] words = line.split(" +");
            Path target = workingDirectory.resolve(words[words.length - 1]).normalize();
            Files.createDirectories(target);
            for (int i = 0; i < words.length - 1; i++) {
                for (Path source : sources(words[i])) {
                    Files.copy(source, target.resolve(source.getFileName()));
                }
            }
        }
    }

    /** The files of this build that a source of a COPY names; there is at least one. */
    static List<Path> sources(String pattern) throws IOException {
        Path path = Path.of(pattern);
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(path.getParent(), path.getFileName().toString())) {
            files.forEach(found::add);
        }
        if (found.isEmpty()) {
            throw new IOException("The build makes nothing that " + pattern + " names");
        }
        return found;
    }
}
