package shadewalk.lesson.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// What the lesson on shadow and second stage says of NPT, against what Linux 6.1 did when it ran
/// the lesson's guest with `kvm-amd npt=1`.
///
/// The engine knows no second stage, so these claims are held by the recording alone. A fault's
/// address there is a guest physical one. Those of the recorder's own program are left out.
class SecondStageTest {

    private static final Path RECORDING =
            Path.of("src/test/resources/second-stage/shadow-or-second-stage-1.ev.gz");
    private static final Pattern STEP = Pattern.compile("step (\\d+): .*");
    private static final Pattern FAULT =
            Pattern.compile("kvm_page_fault: .* address 0x([0-9a-f]+) .*");
    private static final long AGENT = 0xf00_000;

    @Test
    void everyPageOfTheListFaultsWhenItIsTouchedForTheFirstTime() throws IOException {
        List<Long> pages = LongStream.range(0x20, 0x28).map(gfn -> gfn << 12).boxed().toList();
        List<Long> faults = new ArrayList<>(faults(1, 8));
        assertTrue(faults.remove(0x5000L), "the page table itself");
        assertEquals(pages, faults);
    }

    @Test
    void aSecondRoundHasNoFault() throws IOException {
        assertEquals(List.of(), faults(9, 16));
    }

    @Test
    void theForkFaultsOnlyWhereTheKernelsPageTableIsReadForTheFirstTime() throws IOException {
        assertEquals(List.of(0x4014L), faults(17, 21));
    }

    @Test
    void theFirstWritesFaultOnlyInThePagesThatAreNew() throws IOException {
        assertEquals(List.of(0x30000L, 0x31000L), faults(22, 29));
    }

    @Test
    void emptyingDirectoryEntriesLeavesNoTrace() throws IOException {
        for (int step = 30; step <= 32; step++) {
            assertEquals(
                    List.of(), lines(step).stream().filter(l -> l.startsWith("kvm_")).toList());
        }
    }

    /// The guest physical addresses of the faults in the recording's steps `first` to `last`.
    private static List<Long> faults(int first, int last) throws IOException {
        List<Long> faults = new ArrayList<>();
        for (int step = first; step <= last; step++) {
            for (String line : lines(step)) {
                Matcher fault = FAULT.matcher(line);
                if (fault.matches()) {
                    faults.add(Long.parseLong(fault.group(1), 16));
                }
            }
        }
        faults.removeIf(address -> address >= AGENT);
        return faults;
    }

    /// What was recorded from the marker of one step to that of the next.
    private static List<String> lines(int wanted) throws IOException {
        List<String> lines = new ArrayList<>();
        int step = -1;
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(RECORDING)),
                                StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher marker = STEP.matcher(line);
                step = marker.matches() ? Integer.parseInt(marker.group(1)) : step;
                if (step == wanted) {
                    lines.add(line);
                }
            }
        }
        assertFalse(lines.isEmpty(), "no step " + wanted);
        return lines;
    }
}
