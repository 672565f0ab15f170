package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Collector;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one report of a video player tells (CTA-5004-B, version 2).
 *
 * @param element collector that it goes to
 * @param viewing the viewing that it is about
 * @param number sn: running number of the viewing's reports to that collector, from 1
 * @param eventTime when it was made, whole ms
 * @param told what it says of the viewing
 */
public record PlayerReport(Collector element, Viewing viewing, int number, Instant eventTime, Told told)
        implements Fact {

    /**
     * A viewing.
     *
     * @param session sid, no two viewings have the same
     * @param content cid
     * @param host host that delivers it
     */
    public record Viewing(String session, String content, String host) {}

    /** What a report says. */
    public sealed interface Told permits StateChange, Interval, BitrateChange, ObjectRequest {}

    /**
     * The player changes its state (e ps).
     *
     * @param state sta: s starting, p playing, r rebuffering, a paused, e ended, q left by its viewer, f fatal error
     * @param startDelayMs msd: ms from the viewer's wish to the first picture; told once, if ever
     * @param starvedMs bsd: how long the rebuffering took that ends, ms, if the player tells it
     * @param kbps pb: bitrate that plays, kbit/s, if something plays
     */
    public record StateChange(
            char state, @Nullable Integer startDelayMs, @Nullable Integer starvedMs, @Nullable Integer kbps)
            implements Told {}

    /**
     * The player says at a pace that it is there (e t).
     *
     * @param state sta
     * @param kbps pb, kbit/s, if something plays
     */
    public record Interval(char state, @Nullable Integer kbps) implements Told {}

    /**
     * The player plays another bitrate (e bc).
     *
     * @param kbps br, kbit/s
     */
    public record BitrateChange(int kbps) implements Told {}

    /**
     * The player requests an object.
     *
     * @param kind ot: m manifest, v video, a audio
     * @param kbps br, kbit/s; 0 of a manifest
     * @param durationMs d: how long the object plays, ms; 0 of a manifest
     * @param starved bs: whether the player had rebuffered since the request before
     * @param startDelayMs msd: ms from the viewer's wish to the first picture; told once, if ever
     */
    public record ObjectRequest(char kind, int kbps, int durationMs, boolean starved, @Nullable Integer startDelayMs)
            implements Told {}
}
