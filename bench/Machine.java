import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** What was measured on, in one line: a number means little without it. */
final class Machine {

    private Machine() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(describe());
    }

    private static String describe() throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return "%s; %d cores%s, %.0f GiB, %s %s %s, Java %s, load average %.1f"
                .formatted(
                        ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                        system.getAvailableProcessors(),
                        processor(),
                        system.getTotalMemorySize() / 1073741824.0,
                        system.getName(),
                        system.getVersion(),
                        system.getArch(),
                        Runtime.version(),
                        system.getSystemLoadAverage());
    }

    private static String processor() throws IOException {
        var information = Path.of("/proc/cpuinfo");
        if (!Files.exists(information)) {
            return "";
        }
        try (var lines = Files.lines(information)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> " (" + line.replaceFirst("[^:]*: *", "") + ")")
                    .findFirst()
                    .orElse("");
        }
    }
}
