package io.steadfast.programs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.steadfast.programs.core.Amounts;
import io.steadfast.programs.core.Basis;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.Effect;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.Pending;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.Pledge;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.Trigger;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the document's types look in JSON: what comes in kinds says which in {@code kind}, figures are plain decimals
 * without trailing zeros, days of the year are {@code MM-DD}; whatever isn't optional must be there.
 */
final class DocumentTypes extends SimpleModule {

    /** The types that come in kinds. */
    static final List<Class<?>> IN_KINDS = List.of(
            Condition.class,
            Effect.class,
            ExpiryPolicy.class,
            Pending.class,
            Pledge.PledgeAmount.class,
            RewardKind.class,
            Trigger.class);

    /** The types that are written as the one thing they hold. */
    private static final Set<Class<?>> BARE = Set.of(LocalText.class, Amounts.class, Basis.class);

    @Serial
    private static final long serialVersionUID = 1L;

    DocumentTypes() {
        super("program document");
        addSerializer(BigDecimal.class, new PlainDecimal());
        addSerializer(MonthDay.class, new DayOfYear());
        addDeserializer(MonthDay.class, new DayOfYearReading());
        addSerializer(TierSetCode.class, ToStringSerializer.instance);
        addDeserializer(TierSetCode.class, new CodeReading<>(TierSetCode.class, TierSetCode::new));
        addSerializer(PlanCode.class, ToStringSerializer.instance);
        addDeserializer(PlanCode.class, new CodeReading<>(PlanCode.class, PlanCode::new));
        addSerializer(RewardCode.class, ToStringSerializer.instance);
        addDeserializer(RewardCode.class, new CodeReading<>(RewardCode.class, RewardCode::new));
        addSerializer(CharityCode.class, ToStringSerializer.instance);
        addDeserializer(CharityCode.class, new CodeReading<>(CharityCode.class, CharityCode::new));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        for (Class<?> type : IN_KINDS) {
            context.setMixInAnnotations(type, InKinds.class);
            for (Class<?> kind : type.getPermittedSubclasses()) {
                context.registerSubtypes(new NamedType(kind, kindOf(kind)));
            }
        }
        context.insertAnnotationIntrospector(new DocumentShape());
    }

    /** {@code AfterDuration} is {@code after_duration}. */
    static String kindOf(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface InKinds {}

    private static final class DocumentShape extends NopAnnotationIntrospector {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            return member.getDeclaringClass().isRecord() ? member.getRawType() != Optional.class : null;
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
            return creator instanceof AnnotatedConstructor constructor && BARE.contains(constructor.getDeclaringClass())
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }

        @Override
        public @Nullable Boolean hasAsValue(Annotated accessor) {
            return accessor instanceof AnnotatedMethod method
                            && BARE.contains(method.getDeclaringClass())
                            && method.getName()
                                    .equals(method.getDeclaringClass()
                                            .getRecordComponents()[0]
                                            .getName())
                    ? true
                    : null;
        }
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {

        @Serial
        private static final long serialVersionUID = 1L;

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
            out.writeNumber(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
        }
    }

    private static final class DayOfYear extends StdSerializer<MonthDay> {

        @Serial
        private static final long serialVersionUID = 1L;

        DayOfYear() {
            super(MonthDay.class);
        }

        @Override
        public void serialize(MonthDay value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toString().substring(2));
        }
    }

    private static final class DayOfYearReading extends FromStringDeserializer<MonthDay> {

        @Serial
        private static final long serialVersionUID = 1L;

        DayOfYearReading() {
            super(MonthDay.class);
        }

        @Override
        protected MonthDay _deserialize(String text, DeserializationContext context) {
            return MonthDay.parse("--" + text);
        }
    }

    private static final class CodeReading<C> extends FromStringDeserializer<C> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Function<String, C> reading;

        CodeReading(Class<C> type, Function<String, C> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        protected C _deserialize(String text, DeserializationContext context) {
            return reading.apply(text);
        }
    }
}
