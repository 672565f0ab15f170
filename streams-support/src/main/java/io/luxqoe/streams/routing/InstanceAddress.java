package io.luxqoe.streams.routing;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where an instance listens.
 *
 * @param host name or address; an IPv6 address has no brackets here
 * @param port TCP port, 1 to 65,535
 */
public record InstanceAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)\\]|([a-zA-Z0-9._-]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException if the port is out of its range, or the host is empty */
    public InstanceAddress {
        if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("must be <host>:<port>, such as kpi-0.kpi:8083 or [::1]:8083");
        }
    }

    /**
     * Reads {@code <host>:<port>}, an IPv6 address in brackets.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static InstanceAddress parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be <host>:<port>, such as kpi-0.kpi:8083 or [::1]:8083");
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new InstanceAddress(host, Integer.parseInt(parts.group(3)));
    }

    /** Address of a resource there; {@code pathAndQuery} begins with a slash and is encoded. */
    URI resource(String pathAndQuery) {
        return URI.create("http://" + this + pathAndQuery);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
