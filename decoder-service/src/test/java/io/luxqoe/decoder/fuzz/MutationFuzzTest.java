package io.luxqoe.decoder.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.samples.TestRules;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Damaged inputs from a fixed seed, for every format: nothing but events and rejects comes of them.
 * {@code -Dlux.fuzz.inputs=1000000 -Dlux.fuzz.seed=7} for more of them. What fails is written to {@code target/fuzz};
 * copied to {@code src/test/resources/regression} it is tried for ever.
 */
class MutationFuzzTest {
    private static final int INPUTS = Integer.getInteger("lux.fuzz.inputs", 20_000);
    private static final long SEED = Long.getLong("lux.fuzz.seed", 20_261_120);
    private static final int FINDINGS = 20;
    private static final Duration HANG = Duration.ofMinutes(1);
    private static final Path FOLDER = Path.of("target", "fuzz");

    private final Map<String, RawDecoder> decoders = decoders();
    private final Examination examination = new Examination(decoders);

    private volatile int number;
    private volatile byte[] current = {};

    private static Map<String, RawDecoder> decoders() {
        Map<String, RawDecoder> decoders = new TreeMap<>();
        for (RawFormat format : RawFormats.all()) {
            decoders.put(format.formatName(), format.newDecoder(TestRules.rules()));
        }
        return decoders;
    }

    @Test
    void nothingButEventsAndRejectsComesOfDamage() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
        Future<List<String>> findings = worker.submit(this::fuzz);
        worker.shutdown();

        assertThat(await(findings)).isEmpty();
    }

    private List<String> fuzz() throws IOException {
        List<Corpus.Entry> corpus = Corpus.entries(decoders);
        List<String> all = List.copyOf(decoders.keySet());
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < INPUTS && findings.size() < FINDINGS; i++) {
            Random random = new Random(SEED + i);
            Corpus.Entry entry = corpus.get(random.nextInt(corpus.size()));
            List<String> formats = random.nextInt(8) == 0 ? all : entry.formats();
            String format = formats.get(random.nextInt(formats.size()));
            byte[] input = new Mutator(random, corpus).damage(entry.octets());
            number = i;
            current = input;
            String complaint = examination.complaint(format, input);
            if (complaint != null) {
                findings.add(format + ", seed " + (SEED + i) + ": " + complaint + ", see " + keep(format, i, input));
            }
        }
        return findings;
    }

    /** Waits as long as there is progress, and names the input where there is none. */
    private List<String> await(Future<List<String>> findings)
            throws InterruptedException, ExecutionException, IOException {
        while (true) {
            int before = number;
            try {
                return findings.get(HANG.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                if (number == before && before > 0) {
                    return List.of("no end of seed " + (SEED + before) + ", see " + keep("hang", before, current));
                }
            }
        }
    }

    private static Path keep(String format, int i, byte[] input) throws IOException {
        Files.createDirectories(FOLDER);
        return Files.write(FOLDER.resolve(format + "-" + (SEED + i) + ".bin"), input);
    }

    @Test
    void whatOnceFailedDoesNotFailAgain() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MutationFuzzTest.class.getResource("/regression"))
                .toURI());
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".bin")).toList()) {
                for (String format : decoders.keySet()) {
                    String complaint = examination.complaint(format, Files.readAllBytes(file));
                    if (complaint != null) {
                        findings.add(file.getFileName() + " as " + format + ": " + complaint);
                    }
                }
            }
        }

        assertThat(findings).isEmpty();
    }
}
