@description('How long something is kept.')
type retention = {
  @description('Days that it is kept.')
  days: int

  @description('Why it is kept so long.')
  reason: string?
}

@description('Name of the workspace.')
@minLength(4)
@maxLength(63)
param name string

@description('Region of the workspace. That of the resource group by default.')
param location string = resourceGroup().location

@description('How long logs are kept.')
param keep retention = {
  days: 30
}

@description('Teams that read it.')
param teams string[] = []

@description('A key that nobody may see.')
@secure()
param key string?

resource workspace 'Microsoft.OperationalInsights/workspaces@2026-03-01' = {
  name: name
  location: location
  tags: {
    teams: join(teams, ',')
    reason: keep.?reason ?? 'none'
    keyed: string(key != null)
  }
  properties: {
    retentionInDays: keep.days
  }
}

@description('Resource id of the workspace.')
output id string = workspace.id

@description('How long logs are kept.')
output days int = keep.days
