package io.huikuan.platform;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.huikuan.rules.Money;
import io.huikuan.rules.UnknownCurrency;
import io.huikuan.rules.UnrepresentableAmount;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How values look in JSON: money as {@code {"amount":"1234.50","currency":"CNY"}}, unknown fields refused. */
@Singleton
class JsonShapes implements ObjectMapperCustomizer {
    /** As many digits as the database keeps. */
    static final Pattern PLAIN_AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,4})?");

    /** How many decimals there may be, the currency says. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");

    /** After Quarkus' own, whose forms of dates are wider. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule()
                .addSerializer(Money.class, new MoneyWriter())
                .addDeserializer(Money.class, new MoneyReader())
                .addDeserializer(String.class, new TextReader())
                .addDeserializer(LocalDate.class, new ScalarReader<>(LocalDate.class, PlainForm::day))
                .addDeserializer(Instant.class, new ScalarReader<>(Instant.class, PlainForm::moment)));
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static final class MoneyWriter extends JsonSerializer<Money> {
        @Override
        public void serialize(Money money, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("amount", money.amount().toPlainString());
            json.writeStringField("currency", money.currency());
            json.writeEndObject();
        }
    }

    private static final class TextReader extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            try {
                return PlainForm.text(text);
            } catch (IllegalArgumentException unfit) {
                throw context.weirdStringException(text, String.class, "unfit");
            }
        }
    }

    private static final class ScalarReader<T> extends FromStringDeserializer<T> {
        private final Function<String, T> form;

        ScalarReader(Class<T> type, Function<String, T> form) {
            super(type);
            this.form = form;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return form.apply(text);
            } catch (DateTimeException unreadable) {
                throw context.weirdStringException(text, handledType(), "unreadable");
            }
        }
    }

    private static final class MoneyReader extends JsonDeserializer<Money> {
        private static final Set<String> FIELDS = Set.of("amount", "currency");

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            for (var field : node.properties()) {
                if (!FIELDS.contains(field.getKey())) {
                    throw fault(parser, field.getKey(), "unknown-field");
                }
            }
            var amount = text(parser, node, "amount");
            var currency = text(parser, node, "currency");
            if (!DECIMAL.matcher(amount).matches()) {
                throw fault(parser, "amount", "amount-malformed");
            }
            try {
                return Money.of(amount, currency);
            } catch (UnknownCurrency unknown) {
                throw fault(parser, "currency", "currency-unknown");
            } catch (UnrepresentableAmount tooFine) {
                throw fault(parser, "amount", "amount-unrepresentable");
            }
        }

        private static String text(JsonParser parser, JsonNode node, String field) throws JsonMappingException {
            @Nullable JsonNode value = node.get(field);
            if (value == null || value.isNull()) {
                throw fault(parser, field, "required");
            }
            if (!value.isTextual()) {
                throw fault(parser, field, "text-expected");
            }
            return value.textValue();
        }

        private static MoneyFault fault(JsonParser parser, String field, String code) {
            return new MoneyFault(parser, field, code);
        }
    }

    /** Names the field within the money; Jackson adds the path to the money. */
    static final class MoneyFault extends JsonMappingException {
        final String code;

        MoneyFault(JsonParser parser, String field, String code) {
            super(parser, code);
            this.code = code;
            prependPath(Money.class, field);
        }
    }
}
