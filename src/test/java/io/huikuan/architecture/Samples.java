package io.huikuan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles the samples in {@code src/test/architecture}: {@code sound} is a small product as it should be, each directory
 * under {@code broken} adds one mistake to it. They are no classes of the test tree, where Quarkus would take their tables
 * and resources for the product's.
 *
 * @param directory where compiled samples go
 */
record Samples(Path directory) {
    static final String ROOT = "sample";
    private static final Path SOURCES = Path.of("src", "test", "architecture");

    static List<String> broken() {
        try (Stream<Path> directories = Files.list(SOURCES.resolve("broken"))) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    JavaClasses sound() {
        return new ClassFileImporter().importPath(compiledSound());
    }

    JavaClasses soundBut(String mistake) {
        Path sound = compiledSound();
        Path broken = compiled(SOURCES.resolve("broken").resolve(mistake), directory.resolve(mistake), sound);
        return new ClassFileImporter().importPaths(sound, broken);
    }

    private Path compiledSound() {
        Path target = directory.resolve("sound");
        return Files.isDirectory(target) ? target : compiled(SOURCES.resolve("sound"), target, target);
    }

    private static Path compiled(Path sources, Path target, Path alsoOnThePath) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(sources)) {
            Files.createDirectories(target);
            var classPath = System.getProperty("java.class.path") + File.pathSeparator + alsoOnThePath;
            var options = List.of("-proc:none", "-parameters", "-cp", classPath, "-d", target.toString());
            var units = files.getJavaFileObjectsFromPaths(
                    found.filter(path -> path.toString().endsWith(".java")).toList());
            boolean succeeded = compiler.getTask(messages, files, null, options, null, units)
                    .call();
            assertThat(succeeded).as("%s compiles:%n%s", sources, messages).isTrue();
            return target;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
