package shadewalk.scenario;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Linux 6.1 was asked to start a machine with each of these registers; those refused here it
/// answered with `EINVAL`.
class StartRegistersTest {

    private static Scenario read(String mode, String cr0, String cr3, String cr4, String efer)
            throws ScenarioProblem {
        String text =
                "mode %s\ncr0 %s\ncr3 %s\ncr4 %s\nefer %s\nmemslot 0 0 0x100000\nops\n"
                        .formatted(mode, cr0, cr3, cr4, efer);
        return ScenarioText.parse("start.scn", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "64|0x11|0x1000|0x20|0xd00|EFER.LMA is set without EFER.LME and CR0.PG; clear it",
                "64|0x11|0x1000|0x20|0x900|"
                        + "mode 64 needs EFER.LME, EFER.LMA, CR0.PG and CR4.PAE; set them",
                "64|0x80010011|0x1000|0x20|0x100|"
                        + "EFER.LME and CR0.PG are set without EFER.LMA and CR4.PAE; set them too",
                "64|0x80010011|0x1000|0|0xd00|"
                        + "EFER.LME and CR0.PG are set without EFER.LMA and CR4.PAE; set them too",
                "64|0x80010011|0x8000001000|0x20|0xd00|",
                "64|0x80010011|0x10000001000|0x20|0xd00|cr3 0x10000001000 lies beyond the 40 bits"
                        + " of a physical address; move the root down",
                "64|0x80010011|0x1000|0x20020|0xd00|"
                        + "cr4 has bits that the guest's processor lacks; clear PCIDE",
                "32|0x80010011|0x1000|0|0x400|"
                        + "EFER.LMA is set without EFER.LME and CR0.PG; clear it",
                "32|0x80000010|0x1000|0|0|" + "CR0.PG is set without CR0.PE; set both or neither",
                "32|0xa0010011|0x1000|0|0|CR0.NW is set without CR0.CD; set both or neither",
                "32|0x180010011|0x1000|0|0|cr0 0x180010011 has more than 32 bits",
                "32|0x80010011|0x1000|0x8000|0|"
                        + "cr4 has bits that the guest's processor lacks; clear 0x8000",
                "32|0x80010011|0x1000|0x801000|0|"
                        + "cr4 has bits that the guest's processor lacks; clear LA57 and 0x800000",
                "32|0x80010051|0x1000|0|0|",
                "32|0x80010011|0x1000|0x300003|0x1000|",
            })
    void onlyWhatTheKernelTakesStarts(
            String mode, String cr0, String cr3, String cr4, String efer, String refusal) {
        if (refusal == null) {
            assertDoesNotThrow(() -> read(mode, cr0, cr3, cr4, efer));
            return;
        }
        var problem = assertThrows(ScenarioProblem.class, () -> read(mode, cr0, cr3, cr4, efer));
        assertEquals(
                "start.scn:7: KVM refuses to start with these registers: " + refusal,
                problem.at("start.scn"));
    }
}
