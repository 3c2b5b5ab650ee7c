package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static final String COLUMNS = "  kvmrun-213     [000] .....     5.294562: ";

    @ParameterizedTest
    @ValueSource(strings = {"08-pt-write", "13-mmio", "17b-64bit-mix"})
    void theTextOfTheTraceFileBecomesPlainEvents(String name) throws IOException, RecordingProblem {
        assertEquals(
                lines(resource("traces/6.1/" + name + ".ev")),
                lines(resource("raw/" + name + ".trace")));
    }

    @Test
    void aTableThatMayHaveBeenFreedGetsANewName() throws RecordingProblem {
        assertEquals(
                List.of(
                        "kvm_mmu_set_spte: gfn 10 spte {10}|a25 (r-xu) level 1 at <t0>+008",
                        "kvm_mmu_set_spte: gfn 11 spte {11}|a25 (r-xu) level 1 at <t0>+010",
                        "kvm_mmu_prepare_zap_page: sp gen 0 gfn 2 l1",
                        "kvm_mmu_set_spte: gfn 12 spte {12}|a25 (r-xu) level 1 at <t1>+018"),
                raw(
                        "kvm_mmu_set_spte: gfn 10 spte d1a10a25 (r-xu) level 1 at 5000008",
                        "kvm_mmu_set_spte: gfn 11 spte d1a11a25 (r-xu) level 1 at 5000010",
                        "kvm_mmu_prepare_zap_page: sp gen 0 gfn 2 l1 ",
                        "kvm_mmu_set_spte: gfn 12 spte d1a12a25 (r-xu) level 1 at 5000018"));
    }

    @Test
    void aTableThatStaysLinkedKeepsItsName() throws RecordingProblem {
        assertEquals(
                List.of(
                        "step 0: start",
                        "shadow 0: root=<t0> level=3",
                        "shadow 0: l2 gva=0xffc00000 spte=<t1>|827",
                        "step 1: nop s",
                        "kvm_mmu_prepare_zap_page: sp gen 0 gfn 2 l1",
                        "kvm_mmu_set_spte: gfn 10 spte {10}|a25 (r-xu) level 1 at <t1>+008",
                        "shadow 1: l1 gva=0xffc01000 spte={10}|a25"),
                raw(
                        "tracing_mark_write: step 0: start",
                        "tracing_mark_write: shadow 0: root=0x4000000 level=3",
                        "tracing_mark_write: shadow 0: l2 gva=0xffc00000 spte=0x5000827",
                        "tracing_mark_write: step 1: nop s",
                        "kvm_mmu_prepare_zap_page: sp gen 0 gfn 2 l1 ",
                        "kvm_mmu_set_spte: gfn 10 spte d1a10a25 (r-xu) level 1 at 5000008",
                        "tracing_mark_write: shadow 1: l1 gva=0xffc01000 spte=0xd1a10a25"));
    }

    @Test
    void whatWasThereIsRepeatedAsItWasShown() throws RecordingProblem {
        assertEquals(
                List.of(
                        "kvm_mmu_spte_requested: gfn 10 pfn {10} level 1",
                        "shadow 0: l1 gva=0xffc01000 spte={10}|a25",
                        "kvm_mmu_spte_requested: gfn 20 pfn {20} level 1",
                        "shadow 1: l1 gva=0xffc01000 spte=0 (was {10}|a25)"),
                raw(
                        "kvm_mmu_spte_requested: gfn 10 pfn d1a10 level 1",
                        "tracing_mark_write: shadow 0: l1 gva=0xffc01000 spte=0xd1a10a25",
                        "kvm_mmu_spte_requested: gfn 20 pfn d1a10 level 1",
                        "tracing_mark_write: shadow 1: l1 gva=0xffc01000 spte=0 (was"
                                + " 0xd1a10a25)"));
    }

    @Test
    void whatDependsOnTheHostsTimeIsLeftOut() throws RecordingProblem {
        assertEquals(
                List.of("mark_mmio_spte: sptep:* gfn 3000 access 5 gen 2"),
                raw(
                        "kvm_inj_exception: #PF (0x0) [reinjected]",
                        "mark_mmio_spte: sptep:00000000c0ffee00 gfn 3000 access 5 gen 2"));
    }

    @Test
    void whatIsNoRecordingGetsASentence(@TempDir Path folder) {
        assertEquals(
                "x: there is no event in the file; record again", sentence("\n# tracer: nop\n"));
        assertEquals(
                "x:1: this is not a recording; it should begin with 'scenario NAME' or be the text of"
                        + " /sys/kernel/tracing/trace",
                sentence("mode 32\n"));
        assertEquals(
                "x:2: 10 events were lost here; record again with a larger"
                        + " /sys/kernel/tracing/buffer_size_kb",
                sentence(COLUMNS + "kvm_page_fault: \nCPU:0 [LOST 10 EVENTS]\n"));
        assertEquals(
                "x:1: the line has more than 65,536 characters; this is not a recording",
                sentence("scenario " + "x".repeat(100_000)));
        assertEquals(
                "this is a folder; name a recording in it",
                String.valueOf(
                        assertThrows(RecordingProblem.class, () -> Recording.open(folder))
                                .getMessage()));
        assertEquals(
                "there is no such file; check its name",
                String.valueOf(
                        assertThrows(
                                        RecordingProblem.class,
                                        () -> Recording.open(folder.resolve("absent.ev")))
                                .getMessage()));
    }

    private static String sentence(String text) {
        return assertThrows(RecordingProblem.class, () -> lines(text)).at("x");
    }

    private static List<String> raw(String... events) throws RecordingProblem {
        return lines("# tracer: nop\n" + COLUMNS + String.join("\n" + COLUMNS, events));
    }

    private static List<String> lines(String text) throws RecordingProblem {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(InputStream in) throws RecordingProblem {
        List<String> lines = new ArrayList<>();
        Recording recording = Recording.of(in);
        for (String line = recording.next(); line != null; line = recording.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static InputStream resource(String name) throws IOException {
        String path = "/oracle/" + name + ".gz";
        return new GZIPInputStream(
                Objects.requireNonNull(RecordingTest.class.getResourceAsStream(path), path));
    }
}
