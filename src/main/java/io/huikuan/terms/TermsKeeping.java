package io.huikuan.terms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huikuan.audit.AuditTrail;
import io.huikuan.platform.AlreadyExists;
import io.huikuan.platform.Ids;
import io.huikuan.platform.InvalidRequest;
import io.huikuan.platform.NotFound;
import io.huikuan.platform.Viewer;
import io.huikuan.rules.PaymentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps templates of payment terms. */
@ApplicationScoped
public class TermsKeeping {
    private static final TypeReference<List<PortionView>> PORTIONS = new TypeReference<>() {};

    private final TermsTemplates templates;
    private final TermsQueries queries;
    private final ObjectMapper mapper;
    private final AuditTrail audit;

    TermsKeeping(TermsTemplates templates, TermsQueries queries, ObjectMapper mapper, AuditTrail audit) {
        this.templates = templates;
        this.queries = queries;
        this.mapper = mapper;
        this.audit = audit;
    }

    /**
     * @throws AlreadyExists when another template has the name, or the id is taken
     * @throws InvalidRequest when a portion is wrong in itself
     */
    @Transactional
    public TermsView create(Viewer viewer, TermsDetails wanted, Instant now) {
        var agreed = wanted.terms();
        if (queries.countByName(wanted.name()) > 0) {
            throw new AlreadyExists("/name");
        }
        var id = Ids.orNext(wanted.id());
        if (templates.findByIdOptional(id).isPresent()) {
            throw new AlreadyExists("/id");
        }
        var template = new Terms(id, wanted.name(), written(agreed), now);
        templates.persistAndFlush(template);
        record(viewer, "payment-terms.created", template, now);
        return view(template);
    }

    /**
     * Writes a template anew; plans that were made from it stay as they are.
     *
     * @param check sees the present state first and may refuse the change, as {@code If-Match} does
     * @throws AlreadyExists when another template has the name
     */
    @Transactional
    public TermsView replace(Viewer viewer, UUID id, TermsDetails wanted, Consumer<TermsView> check, Instant now) {
        var template = templates.findByIdOptional(id).orElseThrow(NotFound::new);
        check.accept(view(template));
        if (wanted.id() != null && !wanted.id().equals(id)) {
            throw InvalidRequest.field("/id", "value-differs", id);
        }
        var agreed = wanted.terms();
        if (!wanted.name().equals(template.name) && queries.countByName(wanted.name()) > 0) {
            throw new AlreadyExists("/name");
        }
        template.rewrite(wanted.name(), written(agreed));
        templates.flush();
        record(viewer, "payment-terms.changed", template, now);
        return view(template);
    }

    /** What a template says, for whoever makes a plan from it. */
    @Transactional
    public Optional<PaymentTerms> terms(UUID id) {
        return templates
                .findByIdOptional(id)
                .map(this::view)
                .map(template -> new PaymentTerms(
                        template.portions().stream().map(PortionView::portion).toList()));
    }

    TermsView view(Terms template) {
        try {
            return new TermsView(
                    template.id, template.name, mapper.readValue(template.portions, PORTIONS), template.version);
        } catch (JsonProcessingException outdated) {
            throw new IllegalStateException("stored payment terms no longer fit their view", outdated);
        }
    }

    private String written(PaymentTerms agreed) {
        try {
            return mapper.writeValueAsString(
                    agreed.portions().stream().map(PortionView::of).toList());
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private void record(Viewer viewer, String action, Terms template, Instant now) {
        var details = Map.of("name", template.name, "version", template.version);
        audit.record(viewer.organisationId(), viewer.userId(), action, "payment-terms", template.id, details, now);
    }
}
