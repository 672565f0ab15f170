package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.dialled;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DialledNumber;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Operator;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.streams.PartitionMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.TestInputTopic;
import org.jspecify.annotations.Nullable;

/**
 * Plain maps of the last record of each key, which are searched from end to end, and random changes of them and events that
 * meet them.
 */
final class NaiveReferences {
    private static final List<String> SOURCES = List.of("msc-1", "msc-2");
    private static final List<String> CELLS = List.of("208-20-1-1", "208-20-1-2");
    private static final List<String> SITES = List.of("site-1", "site-2");
    private static final List<String> NUMBERS = List.of("1", "11", "112", "118", "118218");
    private static final List<String> EQUIPMENT = List.of("bts-1", "bts-2", "bsc-1", "bsc-2");
    private static final List<String> PLMNS = List.of("208-20", "262-01");
    private static final List<String> SUBSCRIBERS = List.of("u-1", "u-2", "u-3");
    private static final List<String> WORKS = List.of("w-1", "w-2", "w-3");

    private final Map<String, Source> sources = new TreeMap<>();
    private final Map<String, Cell> cells = new TreeMap<>();
    private final Map<String, DialledNumber> numbers = new TreeMap<>();
    private final Map<String, Equipment> equipment = new TreeMap<>();
    private final Map<String, Operator> operators = new TreeMap<>();
    private final Map<String, PlannedWork> works = new TreeMap<>();
    private final Map<String, Subscriber> subscribers = new TreeMap<>();
    private final Random random;
    private int made;

    NaiveReferences(Random random) {
        this.random = random;
    }

    /** What a start reads of the compacted topics: the last record of each key. */
    void load(EnrichmentDriver lux) {
        sources.forEach((key, record) -> lux.sources().pipeInput(key, record));
        cells.forEach((key, record) -> lux.cells().pipeInput(key, record));
        numbers.forEach((key, record) -> lux.numbers().pipeInput(key, record));
        equipment.forEach((key, record) -> lux.equipment().pipeInput(key, record));
        operators.forEach((key, record) -> lux.operators().pipeInput(key, record));
        works.forEach((key, record) -> lux.works().pipeInput(key, record));
        subscribers.forEach((key, record) -> lux.subscribers().pipeInput(key, record));
    }

    /** What an event was given, in words. */
    record Seen(
            String id,
            @Nullable String release,
            @Nullable String region,
            @Nullable String number,
            List<String> works,
            List<String> equipment,
            @Nullable String homeOperator,
            @Nullable String segment,
            Set<MissingReference> missing) {}

    static List<Seen> seen(EnrichedBlock block) {
        return block.getEvents().stream()
                .map(event -> new Seen(
                        event.getEvent().getEventId(),
                        text(block.getSourceContext(), "release"),
                        text(event.getCell(), "region"),
                        text(event.getDialledNumber(), "name"),
                        event.getPlannedWorks().stream()
                                .map(PlannedWorkContext::getWorkId)
                                .toList(),
                        event.getEquipment(),
                        text(event.getHomeOperator(), "name"),
                        text(event.getSubscriber(), "segment"),
                        Set.copyOf(event.getMissingReferences())))
                .toList();
    }

    /** What the event is given now, of a source of which that is known. */
    Seen expected(NetworkEvent event, @Nullable Source source, String sourceId) {
        Instant time = event.getEventTime();
        String cellKey = Objects.requireNonNull(event.getLocation()).getCellKey();
        Cell cell = asOf(cells.get(cellKey), time);
        String digits = Objects.requireNonNull(Objects.requireNonNull(((VoiceCall) event.getDetails()).getCalled())
                .getDigits());
        DialledNumber number = IntStream.iterate(digits.length(), length -> length > 0, length -> length - 1)
                .mapToObj(length -> asOf(numbers.get(digits.substring(0, length)), time))
                .filter(found ->
                        found != null && (found.getPrefix() || found.getDigits().equals(digits)))
                .findFirst()
                .orElse(null);
        List<MissingReference> missing = new ArrayList<>();
        List<String> chain = new ArrayList<>();
        Set<String> place = new HashSet<>(Set.of(cellKey));
        if (cell != null) {
            String next = cell.getEquipment();
            while (next != null && !chain.contains(next)) {
                chain.add(next);
                Equipment link = asOf(equipment.get(next), time);
                if (link == null) {
                    missing.add(new MissingReference("equipment", next));
                }
                next = link == null ? null : link.getParent();
            }
            place.addAll(chain);
            place.addAll(List.of(cell.getSite(), cell.getRegion()));
        }
        Operator home = asOf(operators.get(event.getHomePlmn()), time);
        Operator serving = asOf(operators.get("208-20"), time);
        if (home == null) {
            missing.add(new MissingReference("operator", Objects.requireNonNull(event.getHomePlmn())));
        }
        if (serving == null) {
            missing.add(new MissingReference("operator", "208-20"));
        }
        if (cell == null) {
            missing.add(new MissingReference("cell", cellKey));
        }
        if (number == null) {
            missing.add(new MissingReference("dialled-number", digits));
        }
        Subscriber subscriber = subscriber(event, missing);
        if (source == null) {
            missing.add(new MissingReference("source", sourceId));
        }
        return new Seen(
                event.getEventId(),
                text(source, "release"),
                text(cell, "region"),
                text(number, "name"),
                works.values().stream()
                        .filter(work ->
                                !work.getBegin().isAfter(time) && work.getEnd().isAfter(time))
                        .filter(work -> work.getObjects().stream().anyMatch(place::contains))
                        .map(PlannedWork::getWorkId)
                        .toList(),
                chain,
                text(home, "name"),
                text(subscriber, "segment"),
                Set.copyOf(missing));
    }

    private @Nullable Subscriber subscriber(NetworkEvent event, List<MissingReference> missing) {
        Subscriber found = Stream.of(event.getSubscriber(), event.getPreviousSubscriber())
                .map(pseudonym -> pseudonym == null ? null : asOf(subscribers.get(pseudonym), event.getEventTime()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (found == null) {
            missing.add(new MissingReference("subscriber", Objects.requireNonNull(event.getSubscriber())));
        }
        return found;
    }

    /** What is known of the source when such a block comes. */
    @Nullable
    Source sourceOf(EventBlock block) {
        return asOf(sources.get(block.getSource()), Objects.requireNonNull(block.getHighestEventTime()));
    }

    /** The first of the record and its earlier revisions that holds then. */
    @SuppressWarnings("unchecked") // previous revisions are of the record's own type
    private static <R extends GenericRecord> @Nullable R asOf(@Nullable R record, Instant time) {
        if (record == null) {
            return null;
        }
        return Stream.concat(Stream.of(record), ((List<R>) record.get("previous")).stream())
                .filter(revision -> !((Instant) revision.get("validFrom")).isAfter(time))
                .filter(revision ->
                        revision.get("validUntil") == null || ((Instant) revision.get("validUntil")).isAfter(time))
                .findFirst()
                .orElse(null);
    }

    /** One of them changes, or goes. */
    void change(EnrichmentDriver lux) {
        switch (random.nextInt(7)) {
            case 0 -> change(lux.sources(), sources, any(SOURCES), this::source, this::source);
            case 1 -> change(lux.cells(), cells, any(CELLS), this::cell, this::cell);
            case 2 -> {
                String digits = any(NUMBERS);
                change(lux.numbers(), numbers, digits, () -> number(digits), () -> number(digits));
            }
            case 3 -> {
                String id = any(EQUIPMENT);
                change(lux.equipment(), equipment, id, () -> equipment(id), () -> equipment(id));
            }
            case 4 -> {
                String plmn = any(PLMNS);
                change(lux.operators(), operators, plmn, () -> operator(plmn), () -> operator(plmn));
            }
            case 5 -> {
                String id = any(SUBSCRIBERS);
                change(lux.subscribers(), subscribers, id, () -> subscriber(id), () -> subscriber(id));
            }
            default -> {
                String id = any(WORKS);
                change(lux.works(), works, id, () -> work(id), null);
            }
        }
    }

    private <R extends GenericRecord & org.apache.avro.specific.SpecificRecord> void change(
            TestInputTopic<String, R> topic,
            Map<String, R> last,
            String key,
            Supplier<R> newest,
            @Nullable Supplier<R> earlier) {
        if (random.nextInt(5) == 0) {
            last.remove(key);
            topic.pipeInput(key, null);
            return;
        }
        R record = newest.get();
        if (earlier != null) {
            record.put(
                    "previous",
                    Stream.generate(earlier).limit(random.nextInt(4)).collect(Collectors.toList()));
        }
        last.put(key, record);
        topic.pipeInput(key, record);
    }

    private Source source() {
        return valid(
                TestRecords.source().setRelease("r" + random.nextInt(10_000)).build());
    }

    private Cell cell() {
        return valid(TestRecords.cell()
                .setSite(any(SITES))
                .setRegion("region-" + random.nextInt(10_000))
                .setEquipment(random.nextInt(4) == 0 ? null : any(EQUIPMENT))
                .build());
    }

    private Equipment equipment(String id) {
        return valid(TestRecords.equipment(id, random.nextInt(4) == 0 ? null : any(EQUIPMENT))
                .build());
    }

    private Operator operator(String plmn) {
        return valid(TestRecords.operator()
                .setPlmn(plmn)
                .setName("operator-" + random.nextInt(10_000))
                .build());
    }

    private DialledNumber number(String digits) {
        return valid(TestRecords.number(digits)
                .setPrefix(random.nextBoolean())
                .setName("name-" + random.nextInt(10_000))
                .build());
    }

    private Subscriber subscriber(String id) {
        return valid(TestRecords.subscriber()
                .setPseudonym(id)
                .setSegment("segment-" + random.nextInt(10_000))
                .build());
    }

    private PlannedWork work(String id) {
        Instant begin = instant();
        return TestRecords.work(id, any(SITES), any(CELLS), any(EQUIPMENT))
                .setBegin(begin)
                .setEnd(begin.plusMillis(random.nextInt(20)))
                .build();
    }

    private <R extends GenericRecord> R valid(R record) {
        Instant from = instant();
        record.put("validFrom", from);
        record.put("validUntil", random.nextInt(3) == 0 ? null : from.plusMillis(random.nextInt(20)));
        return record;
    }

    /** A block of one to four events. */
    EventBlock block() {
        NetworkEvent[] events = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> event("e-" + made++)
                        .setEventTime(instant())
                        .setLocation(location(any(CELLS)))
                        .setHomePlmn(any(PLMNS))
                        .setSubscriber(any(SUBSCRIBERS))
                        .setPreviousSubscriber(random.nextBoolean() ? null : any(SUBSCRIBERS))
                        .setDetails(VoiceCall.newBuilder()
                                .setCalled(dialled(any(NUMBERS) + (random.nextBoolean() ? "" : "8")))
                                .build())
                        .build())
                .toArray(NetworkEvent[]::new);
        EventBlock block = TestRecords.block(events);
        block.setSource(any(SOURCES));
        block.setHighestEventTime(Stream.of(events)
                .map(NetworkEvent::getEventTime)
                .max(Instant::compareTo)
                .orElseThrow());
        return block;
    }

    /** The mark of a source that has nothing to say, or of a partition. */
    EventBlock idle() {
        String key = random.nextInt(3) == 0 ? PartitionMark.keyOf(0) : any(SOURCES);
        return new EventBlock(key, null, 0, null, null, true, List.of(), null, false);
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextInt(30));
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static @Nullable String text(@Nullable GenericRecord record, String field) {
        return record == null ? null : (String) record.get(field);
    }
}
