import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The standard ladder written down a second time, without a word of the product's: what is told on which day about a receivable that
 * nobody acknowledges, and that is looked at on every day.
 */
final class Ladder {

    private static final int[] STEPS = {-7, -3, 0, 1, 7, 15, 30};
    private static final int TOLD_DAILY = 1;
    static final Set<Integer> WITH_TASK = Set.of(15, 30);

    enum Role {
        OWNER,
        FINANCE,
        MANAGER,
        DIRECTOR
    }

    /** @param occurrence the how-manieth telling of this step */
    record Step(int offset, int occurrence) {}

    private Ladder() {}

    static Set<Role> audience(int offset) {
        return switch (offset) {
            case -3 -> Set.of(Role.OWNER, Role.FINANCE);
            case 7 -> Set.of(Role.OWNER, Role.MANAGER);
            case 15 -> Set.of(Role.values());
            case 30 -> Set.of(Role.OWNER, Role.MANAGER, Role.DIRECTOR);
            default -> Set.of(Role.OWNER);
        };
    }

    /** What is to be told on that day, where {@code last} was told last. */
    static Optional<Step> on(LocalDate day, LocalDate dueOn, Optional<Step> last) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.empty();
        }
        var past = ChronoUnit.DAYS.between(dueOn, day);
        var reached = IntStream.of(STEPS).filter(step -> step <= past).max();
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        var step = reached.getAsInt();
        if (last.isEmpty() || last.get().offset() < step) {
            return Optional.of(new Step(step, 1));
        }
        return step == TOLD_DAILY && last.get().offset() == TOLD_DAILY
                ? Optional.of(new Step(step, last.get().occurrence() + 1))
                : Optional.empty();
    }
}
