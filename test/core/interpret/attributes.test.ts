import { describe, expect, test } from 'vitest'
import { at, plotBody, plotText } from '#test/core/interpret/plotted.ts'

const NONE = { nets: null, ref: null, pin: null, pinFunction: null, component: null, other: {} }
const setsOf = (body: string) => {
  const { plotted } = plotBody(body)
  return Array.from(plotted.objects.attributes, (index) => plotted.attributes[index])
}
const FLASH = 'X0Y0D03*'

describe('attributes', () => {
  test('nets, pins and components of objects', () => {
    expect(
      setsOf(
        `%ADD10C,1*%D10*${FLASH}%TO.N,GND*%${FLASH}%TO.P,U1,5,VCC*%${FLASH}%TO.C,U1*%${FLASH}%TO.N,A,B*%${FLASH}%TD.P*%${FLASH}%TO.N,*%${FLASH}%TD*%${FLASH}`,
      ),
    ).toEqual([
      NONE,
      { ...NONE, nets: ['GND'] },
      { ...NONE, nets: ['GND'], ref: 'U1', pin: '5', pinFunction: 'VCC' },
      { ...NONE, nets: ['GND'], ref: 'U1', pin: '5', pinFunction: 'VCC', component: 'U1' },
      { ...NONE, nets: ['A', 'B'], ref: 'U1', pin: '5', pinFunction: 'VCC', component: 'U1' },
      { ...NONE, nets: ['A', 'B'], ref: 'U1', component: 'U1' },
      { ...NONE, nets: [''], ref: 'U1', component: 'U1' },
      NONE,
    ])
  })

  test('equal sets are kept once', () => {
    const { plotted } = plotBody(`%ADD10C,1*%D10*%TO.N,A*%${FLASH}%TO.N,B*%${FLASH}%TO.N,A*%${FLASH}%TD*%${FLASH}`)
    expect([...plotted.objects.attributes]).toEqual([1, 2, 1, 0])
    expect(plotted.attributes).toHaveLength(3)
  })

  test('aperture functions stay with the aperture', () => {
    const { apertures } = plotBody('%TA.AperFunction,SMDPad,CuDef*%%ADD10C,1*%%TA.AperFunction,ViaPad*%%ADD11C,1*%%TD*%%ADD12C,1*%').plotted
    expect(apertures.map(({ fn }) => fn)).toEqual(['SMDPad,CuDef', 'ViaPad', null])
  })

  test('other aperture attributes reach the objects of that aperture', () => {
    const body = `%TA.DrillTolerance,0.1,0.2*%%TAMyOwn,x*%%ADD10C,1*%%TD*%%ADD11C,1*%D10*${FLASH}D11*${FLASH}%TO.N,A*%D10*${FLASH}`
    const other = { '.DrillTolerance': ['0.1', '0.2'], MyOwn: ['x'] }
    expect(setsOf(body)).toEqual([{ ...NONE, other }, NONE, { ...NONE, nets: ['A'], other }])
  })

  test('a region takes the attributes in force, its function included', () => {
    const region = `G36*${at(0, 0)}D02*${at(1, 0)}D01*${at(1, 1)}D01*${at(0, 0)}D01*G37*`
    expect(setsOf(`%TA.AperFunction,Conductor*%%TO.N,GND*%${region}%TD*%${region}`)).toEqual([
      { ...NONE, nets: ['GND'], other: { '.AperFunction': ['Conductor'] } },
      NONE,
    ])
  })

  test('attributes in comments for old readers', () => {
    const layer = plotText(
      'G04 #@! TF.FileFunction,Copper,L1,Top*\n%FSLAX46Y46*%%MOMM*%\nG04 #@! TA.AperFunction,ViaPad*\n%ADD10C,1*%D10*\nG04 #@! TO.N,GND*\nX0Y0D03*M02*',
    )
    expect(layer.fileAttributes).toEqual({ '.FileFunction': ['Copper', 'L1', 'Top'] })
    expect(layer.plotted.apertures[0]!.fn).toBe('ViaPad')
    expect(layer.plotted.attributes[layer.plotted.objects.attributes[0]!]!.nets).toEqual(['GND'])
    expect(layer.comments).toEqual([])
  })

  test('objects in blocks and repeats keep theirs', () => {
    expect(setsOf(`%ADD10C,1*%D10*%ABD20*%%TO.N,A*%${FLASH}%TD*%%AB*%D20*${FLASH}%TO.N,B*%${FLASH}`)).toEqual([
      { ...NONE, nets: ['A'] },
      { ...NONE, nets: ['A'] },
    ])
  })

  test('escapes and any names', () => {
    const layer = plotBody('%TF.Comment,a\\u002Cb\\u002A\\U0001F600*%%TF__proto__,x*%%TFconstructor,y*%')
    expect(layer.fileAttributes['.Comment']).toEqual(['a,b*\u{1f600}'])
    expect(Object.hasOwn(layer.fileAttributes, '__proto__')).toBe(true)
    expect(layer.fileAttributes.constructor).toEqual(['y'])
  })

  test('a file attribute given twice keeps its first value', () => {
    expect(plotBody('%TF.Part,Single*%%TF.Part,Array*%').fileAttributes).toEqual({ '.Part': ['Single'] })
  })

  test.each([
    ['%TF.GenerationSoftware,KiCad,Pcbnew,8.0.3*%', 'KiCad 8.0.3'],
    ['%TF.GenerationSoftware,Altium Limited,Altium Designer,24.5.2 (23)*%', 'Altium Designer 24.5.2 (23)'],
    ['%TF.GenerationSoftware,Ucamco,UcamX,2016.04*%', 'Ucamco UcamX 2016.04'],
    ['G04 #@! TF.GenerationSoftware,KiCad,Pcbnew,4.0.6*', 'KiCad 4.0.6'],
    ['G04 (created by PCBNEW (2013-07-07 BZR 4022)-stable) date 11/9/2013*', 'KiCad 2013-07-07 BZR 4022'],
    ['G04 EasyEDA Pro v2.1.64.d1969c9c.217bcf, 2024-08-01*', 'EasyEDA Pro 2.1.64.d1969c9c.217bcf'],
    ['G04 EasyEDA v6.5.23, 2023-02-12*', 'EasyEDA 6.5.23'],
    ['G04 DipTrace 2.4.0.2*', 'DipTrace 2.4.0.2'],
    ['G04 MADE WITH FRITZING*', 'Fritzing'],
    ['G04 CAM Type: pcb 20140316 *', 'gEDA pcb 20140316'],
    ['G04 File Origin:  Cadence Allegro 16.6-P004 *', 'Cadence Allegro 16.6-P004'],
    ['G04 PADS 9.2 Build Number: 123*', 'PADS 9.2'],
    ['G04 Layer_Physical_Order=1*', 'Altium Designer'],
    ['%AMOC8*5,1,8,0,0,1.08239X$1,22.5*%', 'EAGLE'],
    ['%AMRect-W1650000-H1650000-RO1.500*21,1,1,1,0,0,0*%', 'Upverter'],
    ['G04 pads on the target side*', null],
    ['', null],
  ])('%s comes from %s', (header, tool) => {
    expect(plotText(`${header}\n%FSLAX46Y46*%%MOMM*%M02*`).generator).toBe(tool)
  })
})
