package io.luxqoe.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory of a process that lies in RAM.
 *
 * @param now octets at this moment
 * @param peak highest number of octets so far, as far as the system knows
 */
public record ResidentMemory(long now, long peak) {

    private static final long KIB = 1024;
    private static final Pattern NOW = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /** Memory of a process; empty once it has ended, or if the system does not tell. */
    public static Optional<ResidentMemory> of(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(status) ? fromProc(Files.readString(status)) : fromPs(pid);
        } catch (IOException e) {
            return Optional.empty(); // it ended in between
        }
    }

    static Optional<ResidentMemory> fromProc(String status) {
        Matcher now = NOW.matcher(status);
        Matcher peak = PEAK.matcher(status);
        return now.find() && peak.find()
                ? Optional.of(
                        new ResidentMemory(Long.parseLong(now.group(1)) * KIB, Long.parseLong(peak.group(1)) * KIB))
                : Optional.empty();
    }

    /** Systems without /proc, such as macOS, tell only the present. */
    private static Optional<ResidentMemory> fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try {
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            if (!ps.waitFor(2, TimeUnit.SECONDS) || !answer.matches("\\d+")) {
                return Optional.empty();
            }
            long octets = Long.parseLong(answer) * KIB;
            return Optional.of(new ResidentMemory(octets, octets));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            ps.destroyForcibly();
        }
    }
}
