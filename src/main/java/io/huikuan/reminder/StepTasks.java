package io.huikuan.reminder;

import io.huikuan.followup.NewFollowUp;
import io.huikuan.rules.StepTask;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Words the task of a step, in the language of the receivable's owner. */
final class StepTasks {
    private StepTasks() {}

    /** For the next working day; empty where the step has no task, or there is nobody left whose it could be. */
    static Optional<NewFollowUp> of(Sent step) {
        return step.send()
                .step()
                .task()
                .flatMap(task -> step.responsible()
                        .map(assignee -> new NewFollowUp(
                                null,
                                step.due().customerId(),
                                step.due().receivableId(),
                                assignee,
                                subject(task, step.offsetDays(), step.due().language()),
                                null,
                                step.nextWorkingDay(),
                                priority(task),
                                NewFollowUp.Origin.REMINDER)));
    }

    private static NewFollowUp.Priority priority(StepTask task) {
        return switch (task) {
            case FOLLOW_UP -> NewFollowUp.Priority.NORMAL;
            case LEGAL_REVIEW -> NewFollowUp.Priority.HIGH;
        };
    }

    /** English where there is no text in the language; never what the server happens to be set to. */
    private static String subject(StepTask task, int offsetDays, Locale language) {
        var texts = ResourceBundle.getBundle(
                "io.huikuan.reminder.tasks",
                language,
                StepTasks.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(task.name()), language).format(new Object[] {offsetDays});
    }
}
