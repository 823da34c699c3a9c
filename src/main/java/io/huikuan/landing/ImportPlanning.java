package io.huikuan.landing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.huikuan.platform.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/** Makes plans of specifications, as they come and as they are stored. */
@ApplicationScoped
public class ImportPlanning {
    private final ObjectMapper mapper;

    ImportPlanning(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param spec JSON of an {@link ImportSpec}
     * @throws InvalidRequest when the text is no specification, or one that makes no sense
     */
    public ImportPlan plan(String spec) {
        try {
            var read = mapper.readValue(spec, ImportSpec.class);
            if (read == null) {
                throw InvalidRequest.field("/spec", "required");
            }
            return ImportPlan.of(read);
        } catch (UnrecognizedPropertyException unknown) {
            throw InvalidRequest.field(pointer(unknown), "unknown-field");
        } catch (JsonMappingException mistyped) {
            throw InvalidRequest.field(pointer(mistyped), "malformed");
        } catch (JsonProcessingException malformed) {
            throw InvalidRequest.field("/spec", "malformed");
        }
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining("/", "/spec/", ""));
    }
}
