package io.steadfast.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls that the readme begins with, as they are written there. */
public final class QuickStart {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    private QuickStart() {}

    public static String text() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("README.md")));
        if (!block.find()) {
            throw new AssertionError("README.md has no calls to begin with");
        }
        return block.group(1);
    }

    /** What the calls print; fails where one of them does. */
    static String run(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", text()).redirectErrorStream(true);
        shell.environment().putAll(environment);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(output);
        }
        return output;
    }

    /** Whether this machine has what the calls are made with. */
    static boolean isPossible() throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v curl && command -v jq")
                        .start()
                        .waitFor()
                == 0;
    }
}
