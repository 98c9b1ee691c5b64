@description('How much is deployed.')
@export()
type size = 'small' | 'large'

@description('A zone of names.')
@export()
type Zone = {
  @description('Name of the zone.')
  name: string

  @description('How large it becomes.')
  size: size
}

@description('Where it is deployed.')
@export()
var stage = 'test'

@description('Regions that may be used.')
@export()
var regions = ['japaneast', 'japanwest']

@description('A name in a zone.')
@export()
func hostName(name string, zone Zone) string => '${name}.${zone.name}'

@description('A name for a stage.')
@export()
func staged(name string, stage string) string => '${name}-${stage}'
