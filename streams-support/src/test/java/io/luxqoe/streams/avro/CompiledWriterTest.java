package io.luxqoe.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Colour;
import example.sensor.Everything;
import example.sensor.Four;
import example.sensor.Left;
import example.sensor.Right;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompiledWriterTest {

    private static final SpecificData MODEL = SpecificData.getForClass(Everything.class);

    private final Random random = new Random(20_261_120);
    private final CompiledWriter compiled = new CompiledWriter(Everything.SCHEMA$, MODEL);
    private final DatumWriter<GenericContainer> avros = new SpecificDatumWriter<>(Everything.SCHEMA$, MODEL);

    @Test
    void itWritesTheOctetsThatAvroWrites() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            Everything datum = everything(i % 4);

            assertThat(written(datum)).isEqualTo(writtenByAvro(datum));
        }
    }

    @Test
    void aFieldWhoseOctetsAreAtHandIsCopiedAndTheOthersAreWritten() throws Exception {
        Ready ready = new Ready();
        Left plain = new Left(7);
        CompiledWriter writer = new CompiledWriter(Left.SCHEMA$, MODEL);

        assertThat(written(writer, plain)).containsExactly(14);
        assertThat(written(writer, ready)).containsExactly(1, 2, 3);
        ready.atHand = false;
        assertThat(written(writer, ready)).containsExactly(10);
        assertThat(written(writer, plain)).containsExactly(14);
    }

    @Test
    void aRecordWhoseOctetsAreAllAtHandIsNotAskedForItsFields() throws Exception {
        Ready ready = new Ready();
        ready.allAtHand = true;

        assertThat(written(new CompiledWriter(Left.SCHEMA$, MODEL), ready)).containsExactly(4, 5);
    }

    @Test
    void aNullThatTheSchemaForbidsIsRefused() {
        Everything datum = everything(0);
        datum.put("aString", null);

        assertThatThrownBy(() -> written(datum)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aTypeThatIsNotInTheUnionIsRefused() {
        Everything datum = everything(0);
        datum.setOne(1.5);

        assertThatThrownBy(() -> written(datum)).isInstanceOf(RuntimeException.class);
    }

    private static final class Ready extends Left implements Prewritten {
        private boolean atHand = true;
        private boolean allAtHand;

        Ready() {
            super(5);
        }

        @Override
        public boolean write(int field, Encoder out) throws IOException {
            if (atHand) {
                out.writeFixed(new byte[] {1, 2, 3});
            }
            return atHand;
        }

        @Override
        public boolean writeAll(Encoder out) throws IOException {
            if (allAtHand) {
                out.writeFixed(new byte[] {4, 5});
            }
            return allAtHand;
        }
    }

    private byte[] written(Everything datum) throws IOException {
        return written(compiled, datum);
    }

    private static byte[] written(CompiledWriter writer, GenericContainer datum) throws IOException {
        OctetsEncoder encoder = new OctetsEncoder();
        writer.write(datum, encoder);
        byte[] octets = encoder.toOctets();
        return Arrays.copyOfRange(octets, WireFormat.HEADER_LENGTH, octets.length);
    }

    private byte[] writtenByAvro(Everything datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        avros.write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private Everything everything(int depth) {
        byte[] four = new byte[4];
        random.nextBytes(four);
        return Everything.newBuilder()
                .setABoolean(random.nextBoolean())
                .setAnInt(random.nextInt())
                .setALong(random.nextLong())
                .setAFloat(random.nextFloat())
                .setADouble(random.nextDouble())
                .setAString(text())
                .setOctets(ByteBuffer.wrap(four.clone()))
                .setNothing(null)
                .setAFixed(new Four(four))
                .setAnEnum(Colour.values()[random.nextInt(3)])
                .setArray(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> i == 1 ? null : random.nextLong())
                        .toList())
                .setMap(random.nextBoolean() ? Map.of() : Map.of(text(), List.of(text(), text())))
                .setDate(LocalDate.ofEpochDay(random.nextInt(40_000)))
                .setMicros(Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000)))
                .setDecimal(BigDecimal.valueOf(random.nextInt(), 2))
                .setNullableLast(random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextInt()))
                .setOne(oneOfTheUnion())
                .setChild(depth == 0 ? null : everything(depth - 1))
                .build();
    }

    private @Nullable Object oneOfTheUnion() {
        return switch (random.nextInt(5)) {
            case 0 -> text();
            case 1 -> random.nextLong();
            case 2 -> new Left(random.nextInt());
            case 3 -> new Right(random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextInt()));
            default -> null;
        };
    }

    private String text() {
        return "é" + random.nextInt(1_000);
    }
}
