/** Holes and slots of the reference packages' drill files, counted in the files; size = how far the holes' centres reach, mm. */
export const BOARD_DRILLS: Readonly<
  Record<string, readonly { path: string; round: number; slots: number; size: readonly [number, number] }[]>
> = {
  'allegro-oc-debug-6l': [
    { path: 'OC_Connect-1_DEBUG_Life-3-1-6.drl', round: 716, slots: 0, size: [98.42, 119.5] },
    { path: 'OC_Connect-1_DEBUG_Life-3.rou', round: 0, slots: 12, size: [80.74, 64.76] },
  ],
  'allegro-oc-gsm-frontend-10l': [
    { path: 'OC_CONNECT_1_FRONTEND_LIFE-3-1-10.drl', round: 3420, slots: 0, size: [175.06, 149.57] },
    { path: 'OC_CONNECT_1_FRONTEND_LIFE-3-1-6.drl', round: 1727, slots: 0, size: [165.66, 124.46] },
    { path: 'OC_CONNECT_1_FRONTEND_LIFE-3-7-10.drl', round: 2219, slots: 0, size: [166.4, 122.26] },
  ],
  'altium-kvision-4l': [{ path: 'KVision_PCB_V1I1.TXT', round: 500, slots: 0, size: [120.0, 54.4] }],
  'altium-limesdr-qpcie-14l': [
    { path: 'LimeSDR-QPCIe_1v2-RoundHoles.TXT', round: 4255, slots: 0, size: [189.97, 104.2] },
    { path: 'LimeSDR-QPCIe_1v2-SlotHoles.TXT', round: 0, slots: 3, size: [6.3, 6.08] },
  ],
  'altium24-esp32-usbc-4l': [
    { path: 'PCB1-RoundHoles.TXT', round: 217, slots: 0, size: [72.39, 33.12] },
    { path: 'PCB1-SlotHoles.TXT', round: 0, slots: 8, size: [5.0, 35.31] },
  ],
  'diptrace24-fd1-mainboard': [{ path: 'mainboard.drl', round: 168, slots: 0, size: [80.48, 47.78] }],
  'eagle-arduino-uno': [{ path: 'arduino-uno.drd', round: 169, slots: 0, size: [64.69, 48.26] }],
  'eagle-freeduino': [{ path: 'freeduino.drd', round: 176, slots: 0, size: [64.52, 49.84] }],
  'easyeda65-msm501': [
    { path: 'Drill_PTH_Through.DRL', round: 285, slots: 2, size: [153.36, 74.17] },
    { path: 'Drill_PTH_Through_Via.DRL', round: 12, slots: 0, size: [80.79, 44.85] },
  ],
  'easyedapro-flex-2l': [
    { path: 'Drill_PTH_Through.DRL', round: 10, slots: 0, size: [81.94, 12.0] },
    { path: 'Drill_PTH_Through_Via.DRL', round: 10, slots: 0, size: [81.94, 12.0] },
  ],
  'fritzing-fidget-spinner': [{ path: 'Untitled Sketch_drill.txt', round: 17, slots: 0, size: [45.72, 45.72] }],
  'geda-stepper-controller': [
    { path: 'controller.plated-drill.cnc', round: 267, slots: 0, size: [162.56, 60.96] },
    { path: 'controller.unplated-drill.cnc', round: 10, slots: 0, size: [152.4, 8.89] },
  ],
  'kicad2013-clockblock': [
    { path: 'clockblock-NPTH.drl', round: 18, slots: 0, size: [97.16, 93.98] },
    { path: 'clockblock.drl', round: 206, slots: 0, size: [99.57, 72.39] },
  ],
  'kicad2013-paralime-6l': [{ path: 'MYRIAD_RF.drl', round: 936, slots: 0, size: [86.45, 54.6] }],
  'kicad4-chibi2024': [{ path: 'chibi_2024.drl', round: 342, slots: 0, size: [95.03, 74.99] }],
  'kicad5-a64-olinuxino-6l': [
    { path: 'A64-OlinuXino_Rev_G/A64-OlinuXino_Rev_G-NPTH.drl', round: 17, slots: 0, size: [84.2, 51.81] },
    { path: 'A64-OlinuXino_Rev_G/A64-OlinuXino_Rev_G-PTH.drl', round: 1248, slots: 13, size: [88.52, 60.33] },
  ],
  'kicad6-herovco-switch': [{ path: 'herovco_switch.drl', round: 14, slots: 0, size: [16.2, 12.0] }],
  'kicad7-corne-cherry-panel': [
    { path: 'corne-cherry-NPTH.drl', round: 286, slots: 0, size: [267.33, 78.66] },
    { path: 'corne-cherry-PTH.drl', round: 466, slots: 44, size: [265.82, 76.03] },
  ],
  'kicad8-buspirate-vpp-maker': [
    { path: 'vpp-maker-rev6-ian-NPTH.drl', round: 0, slots: 0, size: [0, 0] },
    { path: 'vpp-maker-rev6-ian-PTH.drl', round: 62, slots: 0, size: [23.47, 30.75] },
  ],
  'kicad9-mp153-devboard-4l': [
    { path: 'mp153-devboard-NPTH.drl', round: 4, slots: 0, size: [34.0, 50.0] },
    { path: 'mp153-devboard-PTH.drl', round: 339, slots: 4, size: [37.9, 55.04] },
  ],
  'mentor-lasmo-2l': [
    { path: 'ContourPlated.ncd', round: 0, slots: 9, size: [64.09, 57.81] },
    { path: 'ThruHoleNonPlated.ncd', round: 9, slots: 0, size: [54.07, 31.73] },
    { path: 'ThruHolePlated.ncd', round: 294, slots: 0, size: [118.68, 65.07] },
  ],
  'pads92-marsrover-4l': [{ path: 'Drill.drl', round: 606, slots: 0, size: [65.23, 99.92] }],
  'upverter-sportiduino': [{ path: 'design_export.drl', round: 63, slots: 0, size: [35.02, 52.97] }],
}
