package io.luxqoe.streams.avro;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is.
 *
 * @param base scheme, host, port and path, with no slash at its end and no user
 * @param authorization value of the header of that name, or null if there is none
 */
record RegistryAddress(String base, @Nullable String authorization) {

    private static final String SOURCE = "basic.auth.credentials.source";
    private static final String USER_INFO = "basic.auth.user.info";
    private static final String OLD_USER_INFO = "schema.registry.basic.auth.user.info";

    static boolean reads(String name) {
        return name.equals(SOURCE) || name.equals(USER_INFO) || name.equals(OLD_USER_INFO);
    }

    /** The addresses of the comma list, at least one. */
    static List<RegistryAddress> all(Map<String, ?> config) {
        String userInfo = userInfo(config);
        List<RegistryAddress> addresses = Arrays.stream(
                        AvroConfig.required(config, AvroConfig.URL).split(","))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .map(url -> parse(url, userInfo))
                .toList();
        if (addresses.isEmpty()) {
            throw new ConfigException(AvroConfig.URL, null, "must hold a URL");
        }
        return addresses;
    }

    private static @Nullable String userInfo(Map<String, ?> config) {
        String source = AvroConfig.text(config, SOURCE);
        if (source == null || source.equals("URL")) {
            return null;
        }
        if (!source.equals("USER_INFO")) {
            throw new ConfigException(SOURCE, source, "must be URL or USER_INFO");
        }
        String userInfo = AvroConfig.text(config, USER_INFO);
        return userInfo == null ? AvroConfig.required(config, OLD_USER_INFO) : userInfo;
    }

    private static RegistryAddress parse(String url, @Nullable String userInfo) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (!http || uri.getHost() == null) {
                throw invalidUrl();
            }
            String user = userInfo == null ? uri.getUserInfo() : userInfo;
            URI base = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), null, null);
            return new RegistryAddress(base.toString().replaceAll("/+$", ""), user == null ? null : basic(user));
        } catch (URISyntaxException e) {
            throw invalidUrl();
        }
    }

    private static ConfigException invalidUrl() {
        // the URL is not quoted, since it may hold a password
        return new ConfigException("Invalid value for configuration " + AvroConfig.URL
                + ": must be mock://scope or a comma list of http and https URLs");
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return base;
    }
}
