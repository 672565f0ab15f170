package io.luxqoe.schemas.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the current schemas as a release, unless they break an earlier one; the README gives the command. */
public final class ReleaseSchemas {

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private ReleaseSchemas() {}

    /** @param args the version, such as {@code 0.1.0} */
    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !VERSION.matcher(args[0]).matches()) {
            throw new IllegalArgumentException("Give one version such as 0.1.0");
        }
        Path module = Path.of(System.getProperty("lux.schemas.basedir", "."));
        System.out.println("Wrote " + release(module, args[0]));
    }

    static Path release(Path module, String version) throws IOException {
        Schemas current = Schemas.under(module.resolve("src/main/avro"));
        SchemaReleases releases = new SchemaReleases(module.resolve("released"));
        List<String> violations = releases.violations(current);
        if (!violations.isEmpty()) {
            throw new IllegalStateException("Not compatible with what is released:\n" + String.join("\n", violations));
        }
        return releases.write(version, current);
    }
}
