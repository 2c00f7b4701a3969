package dev.incidentkit.micrometer;

import dev.incidentkit.metrics.Figure;
import dev.incidentkit.metrics.Unit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Shows figures of metrics as gauges: {@code incidents.figure.time} in seconds, {@code .count}, {@code .score},
 * {@code .money} in units of the currency and {@code .share} from 0 to 1, each with the tags metric, group, part and
 * statistic. The host gives figures as often as it computes them; groups that are gone are removed. Safe for use by
 * several threads.
 */
public final class FigureMeters implements MeterBinder {
    private static final double MILLIS = 1_000;
    private static final double TEN_THOUSANDTHS = 10_000;

    private final List<Map<Shape, MultiGauge>> bound = new CopyOnWriteArrayList<>();

    /** Creates gauges that are bound to no registry yet. */
    public FigureMeters() {}

    /** What a gauge shows. */
    private enum Shape {
        TIME("seconds"),
        COUNT("incidents"),
        SCORE("score"),
        MONEY("units"),
        SHARE("ratio");

        private final String baseUnit;

        Shape(String baseUnit) {
            this.baseUnit = baseUnit;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Map<Shape, MultiGauge> gauges = new EnumMap<>(Shape.class);
        for (Shape shape : Shape.values()) {
            gauges.put(
                    shape,
                    MultiGauge.builder("incidents.figure." + shape.name().toLowerCase(Locale.ROOT))
                            .description("Figures of incident metrics")
                            .baseUnit(shape.baseUnit)
                            .register(registry));
        }
        bound.add(gauges);
    }

    /**
     * Shows figures in the place of those shown before.
     *
     * @param figures the figures, for example of a {@link dev.incidentkit.metrics.MetricFold}
     */
    public void show(List<Figure> figures) {
        Map<Shape, List<Row<?>>> rows = new EnumMap<>(Shape.class);
        for (Shape shape : Shape.values()) {
            rows.put(shape, new ArrayList<>());
        }
        for (Figure figure : figures) {
            rows(figure, rows);
        }
        for (Map<Shape, MultiGauge> gauges : bound) {
            gauges.forEach((shape, gauge) -> gauge.register(rows.getOrDefault(shape, List.of()), true));
        }
    }

    private static void rows(Figure figure, Map<Shape, List<Row<?>>> rows) {
        Tags tags = Tags.of("metric", figure.metric(), "group", figure.group().toString(), "part", figure.part());
        add(rows, Shape.COUNT, tags.and("statistic", "n"), (double) figure.n());
        figure.values().forEach((statistic, value) -> {
            Shape shape = statistic.equals("share") ? Shape.SHARE : shape(figure.unit());
            add(rows, shape, tags.and("statistic", statistic), value.doubleValue() / scale(shape));
        });
    }

    private static void add(Map<Shape, List<Row<?>>> rows, Shape shape, Tags tags, double value) {
        rows.computeIfAbsent(shape, key -> new ArrayList<>()).add(Row.of(tags, value));
    }

    private static Shape shape(Unit unit) {
        return switch (unit) {
            case MILLISECONDS -> Shape.TIME;
            case COUNT -> Shape.COUNT;
            case SCORE -> Shape.SCORE;
            case MONEY -> Shape.MONEY;
        };
    }

    private static double scale(Shape shape) {
        return switch (shape) {
            case TIME -> MILLIS;
            case MONEY -> TEN_THOUSANDTHS;
            case COUNT, SCORE, SHARE -> 1;
        };
    }
}
