package io.luxqoe.local.simulator.reference;

import io.luxqoe.local.simulator.network.Element;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Gateway;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Region;
import io.luxqoe.local.simulator.network.Site;
import io.luxqoe.local.simulator.network.Vendor;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reference records of what the network is built of: cells, equipment, sources. */
final class NetworkReference {

    /** Vendor and release of what the operator has made itself. */
    private static final String OWN = "own";

    private final NetworkModel network;

    NetworkReference(NetworkModel network) {
        this.network = network;
    }

    Stream<Cell> cells() {
        return Stream.concat(network.cells().stream(), network.fourthGenerationCells().stream())
                .filter(RadioCell::listed)
                .map(NetworkReference::cell);
    }

    /** Base stations under their region's controller, controllers under their exchange. */
    Stream<Equipment> equipment() {
        Stream<Equipment> stations =
                network.sites().stream().map(site -> equipment(site.baseStation(), "BTS", site, controller(site)));
        Stream<Equipment> controllers = network.sites().stream()
                .map(site ->
                        equipment(controller(site), "RNC", site, site.exchange().id()))
                .distinct();
        Stream<Equipment> exchanges = network.exchanges().stream().map(this::exchange);
        return Stream.of(exchanges, controllers, stations).flatMap(part -> part);
    }

    Stream<Source> sources() {
        return network.elements().stream().map(element -> Source.newBuilder()
                .setSourceId(element.id())
                .setVendor(vendor(element).map(Vendor::label).orElse(OWN))
                .setRelease(vendor(element).map(Vendor::release).orElse(OWN))
                .setZone(element.zone().getId())
                .setUsualIntervalMs(Duration.ofSeconds(30).toMillis())
                .setPrevious(List.of())
                .build());
    }

    private static Optional<Vendor> vendor(Element element) {
        if (element instanceof Exchange exchange) {
            return Optional.of(exchange.vendor());
        }
        return element instanceof Gateway gateway ? Optional.of(gateway.vendor()) : Optional.empty();
    }

    private static Cell cell(RadioCell cell) {
        Site site = cell.site();
        return Cell.newBuilder()
                .setCellKey(cell.key())
                .setName(cell.name())
                .setSite(site.id())
                .setRegion(site.region().name())
                .setDepartment(site.department())
                .setRadioTechnology(RadioTechnology.valueOf(cell.technology().name()))
                .setVendor(site.region().radioVendor().label())
                .setEquipment(site.baseStation())
                .setLatitude(site.latitude())
                .setLongitude(site.longitude())
                .setPrevious(List.of())
                .build();
    }

    private static String controller(Site site) {
        return "RNC-" + site.region().name() + "-" + site.exchange().number();
    }

    private static Equipment equipment(String id, String type, Site site, @Nullable String parent) {
        return Equipment.newBuilder()
                .setEquipmentId(id)
                .setType(type)
                .setVendor(site.region().radioVendor().label())
                .setParent(parent)
                .setRegion(site.region().name())
                .setPrevious(List.of())
                .build();
    }

    private Equipment exchange(Exchange exchange) {
        Region region = network.sites().stream()
                .filter(site -> site.exchange().equals(exchange))
                .map(Site::region)
                .findFirst()
                .orElseThrow();
        return Equipment.newBuilder()
                .setEquipmentId(exchange.id())
                .setType("MSC")
                .setVendor(exchange.vendor().label())
                .setParent(null)
                .setRegion(region.name())
                .setPrevious(List.of())
                .build();
    }
}
