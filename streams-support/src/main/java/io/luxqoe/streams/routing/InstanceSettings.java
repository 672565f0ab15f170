package io.luxqoe.streams.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;

/**
 * {@code lux.instance}: this instance among those of its service.
 *
 * @param address {@code <host>:<port>} by which the other instances reach it; {@code server.address:server.port} unless
 *     set, or the host's own address where the server listens on all
 */
@ConfigurationProperties("lux.instance")
record InstanceSettings(@Nullable String address) {

    InstanceSettings {
        if (address != null) {
            try {
                InstanceAddress.parse(address);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "lux.instance.address " + e.getMessage() + ", and not " + address, e);
            }
        }
    }

    /** By which others reach this instance; null if it has no fixed port, so that none can. */
    @Nullable
    InstanceAddress reachableAt(Environment environment) {
        if (address != null) {
            return InstanceAddress.parse(address);
        }
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return null;
        }
        try {
            String listening = environment.getProperty("server.address", "0.0.0.0");
            boolean everywhere = InetAddress.getByName(listening).isAnyLocalAddress();
            return new InstanceAddress(everywhere ? InetAddress.getLocalHost().getHostAddress() : listening, port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(
                    "It cannot be told by which address other instances reach this one: set lux.instance.address to <host>:<port>",
                    e);
        }
    }
}
