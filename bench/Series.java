import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measurements of one thing, reported as their median with the least and the greatest. */
final class Series {

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        var sorted = values.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Such as {@code 0.81 (0.78–0.90, n = 3)}. */
    String text(String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ", n = %d)",
                median(),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow(),
                values.size());
    }

    @Override
    public String toString() {
        return text("%.2f");
    }
}
