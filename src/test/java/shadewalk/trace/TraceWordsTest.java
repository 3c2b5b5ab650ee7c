package shadewalk.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shadewalk.read.tell.HostNaming;
import shadewalk.read.tell.TraceWords;
import shadewalk.state.MmuEvent;
import shadewalk.state.PageSummary;
import shadewalk.state.Role;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.Stat;
import shadewalk.x86.Gfn;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;
import shadewalk.x86.Pfn;

/// The expected lines are the kernel's own, from recordings.
class TraceWordsTest {

    private static final Role PT32_L1 = role(1, 7).withQuadrant(1);

    record Said(MmuEvent event, String line) {}

    static Stream<Said> events() {
        return Stream.of(
                new Said(
                        new MmuEvent.PageFaultTaken(new Gva(0xffc0_0010L), new Gva(0x401000), 0x10),
                        "kvm_page_fault: vcpu 0 rip 0xffc00010 address 0x0000000000401000"
                                + " error_code 0x10"),
                new Said(new MmuEvent.ExceptionInjected(14, 0x15), "kvm_inj_exception: #PF (0x15)"),
                new Said(new MmuEvent.ExceptionInjected(6, -1), "kvm_inj_exception: #UD"),
                new Said(
                        new MmuEvent.InstructionEmulated(
                                new Gva(0xf59f_d0f0L), "87 0b", MmuEvent.Code.PROTECTED, false),
                        "kvm_emulate_insn: 0:f59fd0f0:87 0b (prot32)"),
                new Said(
                        new MmuEvent.MmioSeen(
                                MmuEvent.Mmio.UNSATISFIED_READ, 4, new Gpa(0x3002040), 0),
                        "kvm_mmio: mmio unsatisfied-read len 4 gpa 0x3002040 val 0x0"),
                new Said(
                        new MmuEvent.WalkStarted(new Gva(0x401000), 0),
                        "kvm_mmu_pagetable_walk: addr 401000 pferr 0"),
                new Said(
                        new MmuEvent.WalkStarted(new Gva(0xffff_f88f_b3df_d010L), 0x15),
                        "kvm_mmu_pagetable_walk: addr fffff88fb3dfd010 pferr 15 P|U|F"),
                new Said(
                        new MmuEvent.GpteRead(2, new Gpa(0x1004), 0x2007),
                        "kvm_mmu_paging_element: pte 2007 level 2"),
                new Said(
                        new MmuEvent.AccessedBitSet(new Gpa(0x1004)),
                        "kvm_mmu_set_accessed_bit: gpa 1004"),
                new Said(
                        new MmuEvent.DirtyBitSet(new Gpa(0x2004)),
                        "kvm_mmu_set_dirty_bit: gpa 2004"),
                new Said(new MmuEvent.WalkFailed(0xd), "kvm_mmu_walker_error: pferr d P|U|RSVD"),
                new Said(
                        new MmuEvent.ShadowPageGot(page(PT32_L1, 0, false), true),
                        "kvm_mmu_get_page: sp gen 0 gfn 101 l1 4-byte q1 wux nxe ad root 0 sync"
                                + " new"),
                new Said(
                        new MmuEvent.ShadowPageGot(page(PT32_L1, 0, true), false),
                        "kvm_mmu_get_page: sp gen 0 gfn 101 l1 4-byte q1 wux nxe ad root 0 unsync"
                                + " existing"),
                new Said(
                        new MmuEvent.ShadowPageZapPrepared(
                                page(
                                        new Role((int) Role.EFER_NX.set(0))
                                                .withLevel(2)
                                                .withDirect(true)
                                                .withAccess(3)
                                                .asInvalid(),
                                        2,
                                        false)),
                        "kvm_mmu_prepare_zap_page: sp gen 0 gfn 101 l2 8-byte q0 direct w-x"
                                + " invalid nxe ad root 2 sync"),
                new Said(
                        new MmuEvent.ShadowPageUnsynced(page(PT32_L1, 0, false)),
                        "kvm_mmu_unsync_page: sp gen 0 gfn 101 l1 4-byte q1 wux nxe ad root 0"
                                + " sync"),
                new Said(
                        new MmuEvent.ShadowPageSynced(page(PT32_L1, 0, true)),
                        "kvm_mmu_sync_page: sp gen 0 gfn 101 l1 4-byte q1 wux nxe ad root 0"
                                + " unsync"),
                new Said(
                        new MmuEvent.AllZappedFast(1, 0x1d),
                        "kvm_mmu_zap_all_fast: kvm-mmu-valid-gen 1 used_pages 1d"),
                new Said(
                        new MmuEvent.SpteRequested(new Gfn(0x10), new Pfn(0x40_0010), 1),
                        "kvm_mmu_spte_requested: gfn 10 pfn {10} level 1"),
                new Said(
                        new MmuEvent.SpteRequested(new Gfn(0x2103), Pfn.NOSLOT, 1),
                        "kvm_mmu_spte_requested: gfn 2103 pfn noslot level 1"),
                new Said(
                        new MmuEvent.SpteSet(
                                new SpteAt(7, 1), 1, new Gfn(0x10), 7, 0, 0x4_0001_0a25L),
                        "kvm_mmu_set_spte: gfn 10 spte {10}|a25 (r-xu) level 1 at <t0>+008"),
                new Said(
                        new MmuEvent.SpteSet(
                                new SpteAt(7, 511),
                                2,
                                new Gfn(0x200),
                                7,
                                0,
                                0x8000_0004_0020_0ee3L),
                        "kvm_mmu_set_spte: gfn 200 spte {200}|ee3+0x8000000000000000 (rw--)"
                                + " level 2 at <t0>+ff8"),
                new Said(
                        new MmuEvent.MmioSpteMarked(new SpteAt(7, 1), new Gfn(0x3000), 5, 0x12),
                        "mark_mmio_spte: sptep:* gfn 3000 access 5 gen 12"),
                new Said(
                        new MmuEvent.MmioSpteChecked(0x8000002103041L, 4, 2),
                        "check_mmio_spte: spte 8000002103041 kvm_gen 4 spte-gen 2 valid 0"),
                new Said(
                        new MmuEvent.MmioPageFaultHandled(new Gva(0x405000), new Gfn(0x3000), 6),
                        "handle_mmio_page_fault: addr:405000 gfn 3000 access 6"),
                new Said(
                        new MmuEvent.FastPageFaultTried(
                                new Gva(0x27018),
                                7,
                                new SpteAt(7, 1),
                                0x4_0002_7e45L,
                                0x4_0002_7e47L,
                                false,
                                true),
                        "fast_page_fault: vcpu 0 gva 27018 error_code P|W|U sptep * old {27}|e45"
                                + " new {27}|e47 spurious 0 fixed 1"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventReadsAsTheKernelPrintsIt(Said said) {
        Labels labels = new Labels();
        labels.maps(new Pfn(0x40_0027), new Gfn(0x27));
        assertEquals(said.line(), new TraceWords(labels).of(said.event()));
    }

    @Test
    void withoutNamesAddressesArePlainNumbers() {
        TraceWords words = new TraceWords(HostNaming.NUMBERS);
        assertEquals(
                "kvm_mmu_set_spte: gfn 10 spte 400010a25 (r-xu) level 1 at "
                        + Long.toHexString((ShadowPage.tableOf(7).raw() << 12) + 8),
                words.of(
                        new MmuEvent.SpteSet(
                                new SpteAt(7, 1), 1, new Gfn(0x10), 7, 0, 0x4_0001_0a25L)));
        assertEquals(
                "kvm_mmu_spte_requested: gfn 10 pfn 400010 level 1",
                words.of(new MmuEvent.SpteRequested(new Gfn(0x10), new Pfn(0x40_0010), 1)));
    }

    @Test
    void whatTheKernelDoesSilentlyHasNoWords() {
        TraceWords words = new TraceWords(HostNaming.NUMBERS);
        assertNull(words.of(new MmuEvent.Counted(Stat.PF_TAKEN, 1)));
        assertNull(words.of(new MmuEvent.ShadowPageFreed(3)));
        assertNull(words.of(new MmuEvent.StepStarted(3, "nop s")));
    }

    @Test
    void aFrameHasTheNameOfTheGuestFrameItWasLastSeenBehind() {
        TraceWords words = new TraceWords(new Labels());
        words.of(new MmuEvent.SpteRequested(new Gfn(0x10), new Pfn(0x40_0010), 1));
        words.of(new MmuEvent.SpteRequested(new Gfn(0x20), new Pfn(0x40_0010), 1));
        assertEquals(
                "fast_page_fault: vcpu 0 gva 0 error_code W sptep * old {20}|e45 new {?}|e47"
                        + " spurious 1 fixed 0",
                words.of(
                        new MmuEvent.FastPageFaultTried(
                                new Gva(0),
                                2,
                                new SpteAt(1, 0),
                                0x4_0001_0e45L,
                                0x4_0001_1e47L,
                                true,
                                false)));
    }

    private static Role role(int level, int access) {
        long word = Role.HAS_4_BYTE_GPTE.set(Role.EFER_NX.set(0));
        return new Role((int) word).withLevel(level).withAccess(access);
    }

    private static PageSummary page(Role role, int rootCount, boolean unsync) {
        return new PageSummary(7, 0, new Gfn(0x101), role, rootCount, unsync);
    }
}
