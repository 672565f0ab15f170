package io.luxqoe.kpi.video;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.streams.Topic;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Octets of what a summary takes from its first report: who, where, by which device and source, and what the references
 * said of them. They are those of the topic of the summaries, so that they are read after a release as that topic is.
 */
final class Templates {

    private final Topic<String, EnrichedEvent> summaries;

    Templates(Topic<String, EnrichedEvent> summaries) {
        this.summaries = summaries;
    }

    byte[] write(EnrichedEvent event, @Nullable SourceContext source) {
        return summaries.valueSerde().serializer().serialize(summaries.name(), withoutReport(event, source));
    }

    EnrichedEvent read(byte[] octets) {
        return summaries.valueSerde().deserializer().deserialize(summaries.name(), octets);
    }

    private static EnrichedEvent withoutReport(EnrichedEvent event, @Nullable SourceContext source) {
        EnrichedEvent template = new EnrichedEvent();
        template.setEvent(withoutReport(event.getEvent()));
        template.setCell(event.getCell());
        template.setDevice(event.getDevice());
        template.setCause(event.getCause());
        template.setDialledNumber(event.getDialledNumber());
        template.setSubscriber(event.getSubscriber());
        template.setSource(event.getSource() == null ? source : event.getSource());
        template.setPlannedWorks(event.getPlannedWorks());
        template.setMissingReferences(event.getMissingReferences());
        template.setEquipment(event.getEquipment());
        template.setHomeOperator(event.getHomeOperator());
        template.setServingOperator(event.getServingOperator());
        template.setAccessPoint(event.getAccessPoint());
        template.setServices(event.getServices());
        return template;
    }

    private static NetworkEvent withoutReport(NetworkEvent event) {
        NetworkEvent template = new NetworkEvent();
        template.setEventId(event.getEventId());
        template.setEventTime(event.getEventTime());
        template.setSource(event.getSource());
        template.setService(event.getService());
        template.setRecordType(event.getRecordType());
        template.setOutcome(event.getOutcome());
        template.setSubscriber(event.getSubscriber());
        template.setMsisdn(event.getMsisdn());
        template.setPseudonymKeyId(event.getPseudonymKeyId());
        template.setHomePlmn(event.getHomePlmn());
        template.setDeviceTac(event.getDeviceTac());
        template.setLocation(event.getLocation());
        template.setCause(event.getCause());
        template.setUnknownElements(Map.of());
        template.setPreviousSubscriber(event.getPreviousSubscriber());
        return template;
    }
}
