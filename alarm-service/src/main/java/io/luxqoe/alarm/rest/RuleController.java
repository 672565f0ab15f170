package io.luxqoe.alarm.rest;

import io.luxqoe.alarm.rule.RuleCheck;
import io.luxqoe.schemas.AlarmRule;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /api/v1/rules}: the rules in force, and changes of them.
 *
 * <p>A change is answered 202 when the broker has it; it is in force on every instance as soon as it has passed the
 * topics, usually within a second.
 */
@RestController
@RequestMapping("/api/v1/rules")
final class RuleController {

    private final StoreReader stores;
    private final RulePublisher publisher;

    RuleController(StoreReader stores, RulePublisher publisher) {
        this.stores = stores;
        this.publisher = publisher;
    }

    /** Every rule in force, enabled or not, in order of ids. */
    record RuleList(List<RuleDocument> rules) {}

    @GetMapping
    RuleList rules() {
        return new RuleList(stores.rules().all().stream().map(RuleDocument::of).toList());
    }

    @GetMapping("/{ruleId}")
    RuleDocument rule(@PathVariable("ruleId") String ruleId) {
        return stores.rules()
                .rule(ruleId)
                .map(RuleDocument::of)
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no rule " + ruleId + " is in force"));
    }

    /** Makes or replaces a rule; the whole rule is given. */
    @PutMapping("/{ruleId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    RuleDocument put(@PathVariable("ruleId") String ruleId, @RequestBody RuleDocument document) {
        AlarmRule rule = document.toRule(ruleId);
        List<String> problems = new ArrayList<>(RuleCheck.problems(rule));
        if (document.ruleId() != null && !document.ruleId().equals(ruleId)) {
            problems.add("ruleId must be that of the path, " + ruleId + ", or be left out");
        }
        if (!problems.isEmpty()) {
            throw Problems.invalidRule(problems);
        }
        publisher.put(rule);
        return RuleDocument.of(rule);
    }

    /** Deletes a rule, which clears its alarms; one that is not there stays so. */
    @DeleteMapping("/{ruleId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void delete(@PathVariable("ruleId") String ruleId) {
        publisher.delete(ruleId);
    }
}
