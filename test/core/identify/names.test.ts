import { describe, expect, it } from 'vitest'
import { nameClaims, nameParts, sharedWordCount } from '#core/identify/name-evidence.ts'
import { weighClaims } from '#core/identify/weigh-claims.ts'

/** `file: role side`, one family of names a block. */
const FAMILIES: Readonly<Record<string, string>> = {
  Protel: `
    a.GTL: copper top
    a.GBL: copper bottom
    a.G1: copper inner
    a.GP2: copper inner
    a.GKO: outline
    a.GM1: outline
    a.GM13: mechanical
    a.GD1: drawing
    a.GG1: drawing
    a.GPT: mechanical top
  `,
  EAGLE: `
    b.cmp: copper top
    b.sol: copper bottom
    b.stc: soldermask top
    b.sts: soldermask bottom
    b.plc: legend top
    b.pls: legend bottom
    b.crc: paste top
    b.crs: paste bottom
    b.drd: drill
    copper_top_l1.gbr: copper top
    copper_bottom_l4.gbr: copper bottom
    copper_inner_l2.gbr: copper inner
    soldermask_top.gbr: soldermask top
    silkscreen_bottom.gbr: legend bottom
    solderpaste_top.gbr: paste top
    profile.gbr: outline
    drill_1_16.xln: drill
    board.oln: outline
    board.G2L: copper inner
  `,
  KiCad: `
    x-F_Cu.gbr: copper top
    x-F.Cu.gbr: copper top
    x-B_Cu.gbr: copper bottom
    x-In1_Cu.gbr: copper inner
    x-In2.Cu.gbr: copper inner
    x-F_Mask.gbr: soldermask top
    x-B_SilkS.gbr: legend bottom
    x-B_Silkscreen.gbo: legend bottom
    x-F_Paste.gbr: paste top
    x-Edge_Cuts.gbr: outline
    x-Edge.Cuts.gm1: outline
    x-F_CrtYd.gbr: courtyard top
    x-F_Courtyard.gbr: courtyard top
    x-F_Fab.gbr: drawing top
    x-F_Adhes.gbr: adhesive top
    x-Dwgs_User.gbr: drawing
    x-Cmts_User.gbr: drawing
    x-User_Drawings.gbr: drawing
    x-User_Comments.gbr: drawing
    x-Margin.gbr: mechanical
    x-Eco1_User.gbr: drawing
    x-PTH-drl_map.gbr: drawing
    x-NPTH.drl: drill
    x-Component.pho: copper top
    x-Copper.pho: copper
    x-CuTop.gtl: copper top
    x-MaskBottom.gbs: soldermask bottom
  `,
  Allegro: `
    L1.art: copper top
    L2_GND.art: copper
    TOP.art: copper top
    BOTTOM.art: copper bottom
    soldtop.art: soldermask top
    pastbot.art: paste bottom
    SILK_TOP.art: legend top
    smpr.gbr: soldermask top
    FAB.art: drawing
    ASSY_TOP.art: drawing top
    x.rou: route
    outline.art: outline
    SMTOP.art: soldermask top
    SMBOT.art: soldermask bottom
    SPTOP.art: paste top
    SSTOP.art: legend top
  `,
  PADS: `
    SMT.pho: soldermask top
    SSB.pho: legend bottom
    SPT.pho: paste top
    Layer2.pho: copper
    Drill.drl: drill
  `,
  Mentor: `
    EtchLayerTop.gdo: copper top
    EtchLayer2.gdo: copper
    SoldermaskBottom.gdo: soldermask bottom
    SolderPasteTop.gdo: paste top
    SilkscreenTop.gdo: legend top
    DrillDrawingThrough.gdo: drawing
    BoardOutline.gdo: outline
    ThruHolePlated.ncd: drill
    ContourNonPlated.ncd: outline
  `,
  gEDA: `
    c.top.gbr: copper top
    c.bottommask.gbr: soldermask bottom
    c.topsilk.gbr: legend top
    c.outline.gbr: outline
    c.group1.gbr: copper inner
    c.toppaste.gbr: paste top
    c.plated-drill.cnc: drill
    c.fab.gbr: drawing
  `,
  Fritzing: `
    s_copperTop.gtl: copper top
    s_contour.gm1: outline
    s_maskBottom.gbs: soldermask bottom
  `,
  EasyEDA: `
    Gerber_TopLayer.GTL: copper top
    Gerber_InnerLayer1.G1: copper inner
    Gerber_BottomSilkLayer.GBO: legend bottom
    Gerber_BoardOutline.GKO: outline
    Gerber_TopPasteMaskLayer.GTP: paste top
    Gerber_TopAssemblyLayer.GTA: drawing top
    Gerber_MechanicalLayer.GME: mechanical
    Drill_NPTH_Through.DRL: drill
  `,
  DipTrace: `
    BoardOutline.gbr: outline
    TopSilk.gbr: legend top
    BottomPaste.gbr: paste bottom
    Top.gbr: copper top
    Layer_1.gbr: copper top
  `,
  Upverter: `
    design_export.gtl: copper top
  `,
  Zuken: `
    Conductor-A.gbr: copper top
    Resist-B.gbr: soldermask bottom
    MetalMask-A.gbr: paste top
    Symbol_B.gbr: legend bottom
  `,
  Pulsonix: `
    Board - Top_Copper.gbr: copper top
    Board - Top_Solder_Mask.gbr: soldermask top
    Board - Bottom_Silkscreen.gbr: legend bottom
    Board - Top_Copper_(Resist).gbr: soldermask top
    Board - Top_Copper_(Paste).gbr: paste top
  `,
  OrCAD: `
    a.TAP: drill
    a.SMT: soldermask top
    a.BOT: copper bottom
    a.IN1: copper inner
  `,
  Proteus: `
    P - CADCAM_Top_Copper.TXT: copper top
    P - CADCAM_Bottom_Solder_Resist.GBR: soldermask bottom
    P - CADCAM_Top_Silk_Screen.GBR: legend top
    P - CADCAM_Mechanical_1.GBR: mechanical
  `,
  Ultiboard: `
    Copper_Top.gbr: copper top
    Drill-Copper_Top-Copper_Bottom.drl: drill
    Soldermask_Top.gbr: soldermask top
  `,
  LibrePCB: `
    p_COPPER-TOP.gbr: copper top
    p_COPPER-IN1.gbr: copper inner
    p_SOLDERMASK-BOTTOM.gbr: soldermask bottom
    p_OUTLINES.gbr: outline
    p_DRILLS-PTH.drl: drill
  `,
  German: `
    Kupfer_oben.gbr: copper top
    Lötstopplack_unten.gbr: soldermask bottom
    Bestückungsdruck_oben.gbr: legend top
    Umriss.gbr: outline
    Bohrungen.drl: drill
    Komponentenseite.gbr: copper top
    Lötseite.gbr: copper bottom
    Lötpaste_oben.gbr: paste top
    Innenlage_2.gbr: copper inner
  `,
  French: `
    cuivre_dessus.gbr: copper top
    vernis_dessous.gbr: soldermask bottom
    serigraphie_dessus.gbr: legend top
    percage.drl: drill
  `,
  Spanish: `
    cobre_superior.gbr: copper top
    mascara_inferior.gbr: soldermask bottom
    taladros.drl: drill
    contorno.gbr: outline
  `,
  Chinese: `
    顶层.gbr: copper top
    底层阻焊.gbr: soldermask bottom
    顶层丝印.gbr: legend top
    边框.gbr: outline
    钻孔.drl: drill
  `,
  Russian: `
    верх_маска.gbr: soldermask top
  `,
  Generic: `
    Board.gbr: outline
    T_Silk.gbr: legend top
    x_B-Mask.gbr: soldermask bottom
    x-User_1.gbr: drawing
    顶层线路.gbr: copper top
    内层2.gbr: copper inner
    内层1线路.gbr: copper inner
    board_front_copper.ger: copper top
    soldermask-component-side.ger: soldermask top
    component_side.ger: copper top
    solder_side.ger: copper bottom
    stencil_top.ger: paste top
    Top_Overlay.gbr: legend top
    Top_Solder.gbr: soldermask top
    Internal_Plane_1.gbr: copper inner
    MidLayer1.gbr: copper inner
    int1.gbr: copper inner
    vcut.gbr: vscore
    V-Score.gbr: vscore
    panel_v-cut.gbr: vscore
    Gerber_TopStiffenerLayer.GTSL: stiffener top
    top_assembly.gbr: drawing top
    fab_drawing.gbr: drawing
    drill_guide.gbr: drawing
    Drill_Drawing.gbr: drawing
    NC_Drill.drl: drill
    topcopper.ger: copper top
    bottomcopper.ger: copper bottom
    topsoldermask.ger: soldermask top
    silkscreentop.ger: legend top
    boardoutline.ger: outline
    gnd_plane.gbr: copper inner
    layer1_top.gbr: copper top
    layer4_bottom.gbr: copper bottom
    layer_2_gnd.gbr: copper
    Sig1.gbr: copper
    cadlab_mb3_rev2.gbr: unknown
    tsilk.gbr: legend top
    bsilk.gbr: legend bottom
    tmask.gbr: soldermask top
    dimension.gbr: outline
    routing.gbr: route
    milling.gbr: route
    slots.drl: drill
  `,
}

const cases = Object.entries(FAMILIES).flatMap(([family, text]) =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [file = '', wanted = ''] = line.trim().split(': ')
      return { family, file, wanted }
    }),
)

const roleOf = (file: string): string => {
  const { role, side } = weighClaims(nameClaims(nameParts(file), 0))
  return side === null ? role : `${role} ${side}`
}

describe('what file names say', () => {
  it.each(cases)('$family: $file is $wanted', ({ file, wanted }) => expect(roleOf(file)).toBe(wanted))

  it.each(cases)('$family: $file says the same in capitals and in a folder', ({ file, wanted }) => {
    // Camel steps are gone in capitals: only names that do not need them can be asked.
    if (file === file.toLowerCase()) expect(roleOf(`fab/out/${file.toUpperCase()}`)).toBe(wanted)
    expect(roleOf(`fab/out/${file}`)).toBe(wanted)
  })

  it('leaves out the words that all names share', () => {
    const stems = ['drill_top_tester-cu-top', 'drill_top_tester-cu-bottom', 'drill_top_tester-mask-top', 'drill_top_tester-outline']
    const shared = sharedWordCount(stems)
    const role = (stem: string): string => {
      const { role: r, side } = weighClaims(nameClaims(nameParts(`${stem}.gbr`), shared))
      return side === null ? r : `${r} ${side}`
    }
    expect(stems.map(role)).toEqual(['copper top', 'copper bottom', 'soldermask top', 'outline'])
  })

  it('ranks inner layers by the number that counts layers, not by a revision or a date', () => {
    const rank = (file: string): number | null => nameClaims(nameParts(file), 0).find((c) => c.rank !== null)?.rank ?? null
    expect(rank('board_rev7_In3_Cu.gbr')).toBe(3)
    expect(rank('L5-PWR.art')).toBe(5)
    expect(rank('2024-05-06 inner 2.gbr')).toBe(2)
    expect(rank('cobre_superior_2024.gbr')).toBeNull()
  })
})
